package io.github.devboxtunnels.sandbox;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** The account of the sandbox. */
final class AccountRoute implements OperationHandler {

    private static final Answer ACCOUNT = Answer.json(new JsonObject()
            .put("id", "acct_sandbox")
            .put("name", "Sandbox")
            .put("account_status", "ACCOUNT_STATUS_ENABLED")
            .put("tier", "ACCOUNT_TIER_PRO")
            .put("created_at", "2026-01-05T10:00:00Z")
            .put("billing", new JsonObject().put("account_billing_type", "STRIPE")));

    @Override
    public Future<Answer> handle(Call call) {
        return Future.succeededFuture(ACCOUNT);
    }
}
