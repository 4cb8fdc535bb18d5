package io.github.devboxtunnels.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.devboxtunnels.model.Secret;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The API: checks the key, reads the request, lets the faults have their way, answers and notes it in the ledger. */
final class ApiServer {

    private static final String BEARER = "Bearer ";
    private static final String REQUEST_ID = "x-request-id";
    private static final Set<String> HARMLESS = Set.of("accept", "accept-encoding", "content-length", "content-type",
            "user-agent", REQUEST_ID, "x-stainless-retry-count", "x-stainless-timeout");

    private final Vertx vertx;
    private final Router router;
    private final Secret key;
    private final ServerClock clock;
    private final FaultLayer faults;
    private final Ledger ledger;
    private final Wire wire;
    private final Replays replays = new Replays();

    ApiServer(Vertx vertx, Secret key, ServerClock clock, FaultLayer faults, Ledger ledger, Wire wire) {
        this.vertx = vertx;
        this.key = key;
        this.clock = clock;
        this.faults = faults;
        this.ledger = ledger;
        this.wire = wire;
        this.router = Router.router(vertx);
        router.route().handler(this::authorize);
        router.errorHandler(404, context -> fail(context, 404, "There is no such path"));
        router.errorHandler(405, context -> fail(context, 405, "The path has no such method"));
        router.errorHandler(500, context -> fail(context, 500, "The sandbox failed"));
    }

    Router router() {
        return router;
    }

    void on(Operation operation, OperationHandler handler) {
        router.route(operation.method(), operation.path()).handler(context -> read(context, operation, handler));
    }

    void accept(HttpServerRequest request) {
        router.handle(request);
    }

    private void authorize(RoutingContext context) {
        if (authorized(context.request())) {
            context.next();
        } else {
            fail(context, 401, "Unauthorized");
        }
    }

    private void read(RoutingContext context, Operation operation, OperationHandler handler) {
        HttpServerRequest request = context.request();
        Instant at = clock.now();
        Context loop = vertx.getOrCreateContext();
        boolean gzip = Gzip.accepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        request.body()
                .compose(body -> {
                    Call call = new Call(operation, parameter(context, "id"), parameter(context, "execution"),
                            request.params(), body, gzip);
                    OperationHandler once = operation.changes()
                            ? asked -> replays.once(request.getHeader(REQUEST_ID), request.path(),
                                    () -> handler.attempt(asked))
                            : handler;
                    return faults.run(call, once);
                })
                .onSuccess(outcome -> loop.runOnContext(turn -> finish(request, at, operation,
                        parameter(context, "id"), outcome, gzip)))
                .onFailure(failure -> loop.runOnContext(turn -> context.fail(failure)));
    }

    private void finish(HttpServerRequest request, Instant at, Operation operation, String devbox,
            FaultLayer.Outcome outcome, boolean gzip) {
        Cut cut = outcome.cut();
        note(request, at, operation, devbox, cut == null ? outcome.answer().status() : 0, outcome.committed());
        Answer dated = outcome.answer().with("date", HttpDates.format(clock.now().plus(clock.skew())));
        if (cut == null) {
            wire.send(request, dated, gzip);
        } else {
            wire.cut(request, dated, cut.way());
        }
    }

    private void fail(RoutingContext context, int status, String message) {
        note(context.request(), clock.now(), null, "", status, false);
        wire.send(context.request(), Answer.error(status, message), false);
    }

    private void note(HttpServerRequest request, Instant at, @Nullable Operation operation, String devbox, int status,
            boolean committed) {
        Map<String, String> harmless = new LinkedHashMap<>();
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach((name, value) -> {
            String lower = name.toLowerCase(java.util.Locale.ROOT);
            names.add(lower);
            if (HARMLESS.contains(lower)) {
                harmless.put(lower, value);
            }
        });
        String query = request.query();
        ledger.request(new Ledger.Request(at, request.method().name(), request.path(), query == null ? "" : query,
                operation, devbox, status, request.getHeader(REQUEST_ID),
                request.version() == HttpVersion.HTTP_2 ? "HTTP/2" : "HTTP/1.1", Set.copyOf(names),
                Map.copyOf(harmless), authorized(request), committed));
    }

    private boolean authorized(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER) && !header.substring(BEARER.length()).isBlank()
                && Secret.of(header.substring(BEARER.length())).equals(key);
    }

    private static String parameter(RoutingContext context, String name) {
        String value = context.pathParam(name);
        return value == null ? "" : value;
    }
}
