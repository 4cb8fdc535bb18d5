package io.github.devboxtunnels.gateway;

import java.util.function.Supplier;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** What happens to a request that was let in, on its way to the tunnel and back. */
final class ProxyPath implements ProxyInterceptor {

    /** What the way needs to know and to tell. */
    interface Hooks {
        /** Finishes a handshake that was accepted. */
        void socketOpened(HttpServerRequest request, Exchange exchange);

        /** Bytes of a socket or of events went to the browser; none, when some went the other way. */
        void traffic(Exchange exchange, int bytes);

        void socketClosed(HttpServerRequest request, Exchange exchange);

        void eventsOpened(Exchange exchange);

        /** The tunnel that the request went to answered. */
        void answered(Exchange exchange, Target from, int status, MultiMap headers);

        /** It did not. */
        void unanswered(Exchange exchange);

        /** Puts an answer of our own in the place of none, or of one that would mislead. */
        void answerInstead(HttpServerRequest request, Exchange exchange);
    }

    private static final String TARGET = "target";
    private static final String EXCHANGE = "exchange";
    private static final String CACHE = "cache";
    private static final String GONE = "the caller is gone";
    private static final CharSequence WARNING = HttpHeaders.createOptimized("warning");

    private final String here;
    private final Supplier<Target> target;
    private final Dialer dialer;
    private final RequestLog log;
    private final Hooks hooks;

    ProxyPath(String here, Supplier<Target> target, Dialer dialer, RequestLog log, Hooks hooks) {
        this.here = here;
        this.target = target;
        this.dialer = dialer;
        this.log = log;
        this.hooks = hooks;
    }

    /** Opens the connection to the tunnel; goes to Vert.x HTTP Proxy as the provider of origins. */
    Future<HttpClientRequest> connect(ProxyContext context) {
        return dialer.dial(context.client(), context.get(TARGET, Target.class)).compose(request -> {
            // Otherwise Vert.x logs an error for each connection that ends early, whichever side it was.
            request.exceptionHandler(ended -> {
            });
            if (context.request().proxiedRequest().response().closed()) {
                // Vert.x HTTP Proxy looks out for a caller that leaves only from here on.
                var _ = request.reset();
                return Future.failedFuture(GONE);
            }
            hideCaching(context, request);
            return Future.succeededFuture(request);
        });
    }

    /**
     * Vert.x HTTP Proxy reads {@code Cache-Control} although it caches nothing here, and fails with a number that does
     * not fit into 32 bits. So it does not get to see the header.
     */
    private static void hideCaching(ProxyContext context, HttpClientRequest request) {
        request.response().onSuccess(answer -> {
            var values = answer.headers().getAll(HttpHeaders.CACHE_CONTROL);
            if (!values.isEmpty()) {
                context.set(CACHE, String.join(", ", values));
                answer.headers().remove(HttpHeaders.CACHE_CONTROL);
            }
        });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        Exchange exchange = log.of(request);
        if (exchange == null) {
            return Future.failedFuture(GONE);
        }
        Target to = target.get();
        context.set(TARGET, to);
        context.set(EXCHANGE, exchange);
        RequestHeaders.rewrite(context.request().headers(), here, to, context.isWebSocket());
        return context.sendRequest().recover(failure -> {
            hooks.unanswered(exchange);
            hooks.answerInstead(request, exchange);
            return Future.failedFuture(failure);
        });
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse answer = context.response();
        HttpServerRequest request = context.request().proxiedRequest();
        Exchange exchange = context.get(EXCHANGE, Exchange.class);
        if (request.response().ended() || request.response().closed()) {
            // Paused and with nobody to read it, it would hold its connection for ever.
            var _ = answer.proxiedResponse().request().reset();
            return Future.succeededFuture();
        }
        int status = answer.getStatusCode();
        MultiMap headers = answer.headers();
        String cache = context.get(CACHE, String.class);
        if (cache != null) {
            headers.set(HttpHeaders.CACHE_CONTROL, cache);
        }
        Target from = context.get(TARGET, Target.class);
        hooks.answered(exchange, from, status, headers);
        if (exchange.waking() && status == 503) {
            answer.release();
            hooks.answerInstead(request, exchange);
            return Future.succeededFuture();
        }
        AnswerHeaders.rewrite(headers, here, from);
        if (context.isWebSocket()) {
            return SocketBridge.answer(request, answer, () -> hooks.socketOpened(request, exchange),
                    bytes -> hooks.traffic(exchange, bytes), () -> hooks.socketClosed(request, exchange));
        }
        // Dates that Vert.x HTTP Proxy could not read would leave the request without an answer.
        headers.remove(HttpHeaders.DATE).remove(WARNING);
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith("text/event-stream")) {
            hooks.eventsOpened(exchange);
            Body events = answer.getBody();
            answer.setBody(Body.body(new CountedStream(events.stream(), bytes -> hooks.traffic(exchange, bytes)),
                    events.length(), events.mediaType()));
        }
        boolean bodiless = status == 204 || status == 304 || request.method().equals(HttpMethod.HEAD);
        if (bodiless && !headers.contains(HttpHeaders.CONTENT_LENGTH)) {
            // Otherwise it would say that chunks follow.
            answer.proxiedResponse().resume();
            answer.setBody(null);
        }
        return context.sendResponse();
    }
}
