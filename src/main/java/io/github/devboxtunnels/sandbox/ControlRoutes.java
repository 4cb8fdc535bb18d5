package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Faults and the ledger for scripts in another process, as {@link SandboxCommand} describes. */
final class ControlRoutes {

    private static final long DEFAULT_MILLIS = 1000;

    private static final Map<String, Function<Object, Fault>> FAULTS = Map.ofEntries(
            Map.entry("too_many_requests", value -> Fault.tooManyRequestsMillis(millis(value))),
            Map.entry("unavailable", value -> Fault.unavailable()),
            Map.entry("unavailable_retry_after", value -> Fault.unavailable(millis(value))),
            Map.entry("unavailable_final", value -> Fault.unavailable(false)),
            Map.entry("conflict", value -> Fault.conflict()),
            Map.entry("forbidden", value -> Fault.forbidden()),
            Map.entry("unauthorized", value -> Fault.unauthorized()),
            Map.entry("not_found", value -> Fault.notFound()),
            Map.entry("internal_error", value -> Fault.internalError()),
            Map.entry("html", value -> Fault.html(502)),
            Map.entry("slow_answer", value -> Fault.slowAnswer(millis(value))),
            Map.entry("stalled", value -> Fault.stalled(millis(value))),
            Map.entry("reset_before_commit", value -> Fault.resetBeforeCommit()),
            Map.entry("reset_after_commit", value -> Fault.resetAfterCommit()),
            Map.entry("close_after_commit", value -> Fault.closeAfterCommit()),
            Map.entry("half_body", value -> Fault.halfBody()),
            Map.entry("gateway_timeout_after_commit", value -> Fault.gatewayTimeoutAfterCommit()),
            Map.entry("internal_error_after_commit", value -> Fault.internalErrorAfterCommit()),
            Map.entry("html_after_commit", value -> Fault.htmlAfterCommit()),
            Map.entry("unknown_status", value -> Fault.unknownStatus(word(value, "hibernating"))),
            Map.entry("unknown_auth_mode", value -> Fault.unknownAuthMode(word(value, "public"))),
            Map.entry("additional_members", value -> Fault.additionalMembers()),
            Map.entry("absent_token", value -> Fault.absentToken()),
            Map.entry("absent_for_null", value -> Fault.absentForNull()),
            Map.entry("null_for_absent", value -> Fault.nullForAbsent()),
            Map.entry("repeated_cursor", value -> Fault.repeatedCursor()));

    private final Faults faults;
    private final Ledger ledger;
    private final Wire wire;

    ControlRoutes(Faults faults, Ledger ledger, Wire wire) {
        this.faults = faults;
        this.ledger = ledger;
        this.wire = wire;
    }

    void on(Router router) {
        router.post("/_sandbox/faults").handler(this::order);
        router.delete("/_sandbox/faults").handler(answering(request -> {
            faults.clear();
            return Answer.empty();
        }));
        router.get("/_sandbox/ledger").handler(answering(request -> Answer.json(ledger().toBuffer())));
    }

    private void order(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.body().onSuccess(body -> wire.send(request, ordered(body), false)).onFailure(context::fail);
    }

    private Answer ordered(Buffer body) {
        try {
            Members members = Members.of(body, "operation", "fault", "times", "value");
            String operation = members.text("operation");
            Function<Object, Fault> fault = FAULTS.get(members.required("fault"));
            if (fault == null) {
                throw ApiException.badRequest("There is no such fault; there are " + FAULTS.keySet());
            }
            Object value = members.any("value");
            faults.order(operation == null
                    ? null
                    : Operation.named(operation).orElseThrow(() -> ApiException.badRequest("No such operation")),
                    (int) members.number("times", 1), fault.apply(value == null ? "" : value));
            return Answer.empty();
        } catch (ApiException e) {
            return e.answer();
        }
    }

    private JsonObject ledger() {
        JsonArray requests = new JsonArray();
        ledger.requests().forEach(request -> requests.add(new JsonObject().put("method", request.method())
                .put("path", request.path()).put("query", request.query()).put("status", request.status())
                .put("requestId", request.requestId()).put("httpVersion", request.httpVersion())
                .put("committed", request.committed())));
        JsonArray tunnels = new JsonArray();
        ledger.tunnelChanges().forEach(change -> tunnels.add(new JsonObject().put("change", change.change().name())
                .put("devbox", change.devbox()).put("authMode", change.tunnel().authMode().word())));
        JsonArray visits = new JsonArray();
        ledger.visits().forEach(visit -> visits.add(new JsonObject().put("devbox", visit.devbox())
                .put("port", visit.port()).put("path", visit.path()).put("status", visit.status())));
        JsonArray wakes = new JsonArray();
        ledger.wakes().forEach(wake -> wakes.add(wake.devbox()));
        return new JsonObject().put("requests", requests).put("tunnelChanges", tunnels).put("visits", visits)
                .put("wakes", wakes);
    }

    private Handler<RoutingContext> answering(Function<HttpServerRequest, Answer> answer) {
        return context -> wire.send(context.request(), answer.apply(context.request()), false);
    }

    private static Duration millis(Object value) {
        return Duration.ofMillis(value instanceof Number number ? number.longValue() : DEFAULT_MILLIS);
    }

    private static String word(Object value, String otherwise) {
        return value instanceof String word && !word.isEmpty() ? word : otherwise;
    }
}
