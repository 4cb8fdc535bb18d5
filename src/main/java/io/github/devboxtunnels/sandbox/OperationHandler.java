package io.github.devboxtunnels.sandbox;

import io.vertx.core.Future;

/** Carries out one operation of the API. May throw {@link ApiException}. */
@FunctionalInterface
interface OperationHandler {
    /** Answers now or later. */
    Future<Answer> handle(Call call);

    /** Answers now, or fails with an error answer. */
    default Future<Answer> attempt(Call call) {
        try {
            return handle(call);
        } catch (ApiException e) {
            return Future.succeededFuture(e.answer());
        }
    }
}
