package io.github.devboxtunnels.gateway;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.time.Timeline;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The last requests of a gateway and what goes on now, in memory alone. Safe for use from any thread. */
final class RequestLog {

    /** How many are kept. */
    static final int KEPT = 500;

    private final Timeline timeline;
    private final Deque<Exchange> kept = new ArrayDeque<>();
    private final Map<HttpServerRequest, Exchange> goingOn = new HashMap<>();
    private long count;
    private @Nullable Instant lastForwarded;
    private int sockets;
    private int streams;

    RequestLog(Timeline timeline) {
        this.timeline = timeline;
    }

    synchronized Exchange begin(HttpServerRequest request) {
        Exchange exchange = new Exchange(++count, timeline.now(), timeline.nanoTime(), request);
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        kept.addLast(exchange);
        goingOn.put(request, exchange);
        return exchange;
    }

    synchronized @Nullable Exchange of(HttpServerRequest request) {
        return goingOn.get(request);
    }

    synchronized void forwarded(Exchange exchange) {
        exchange.markForwarded();
        lastForwarded = timeline.now();
    }

    /** Something went through an open socket or stream. */
    synchronized void traffic() {
        lastForwarded = timeline.now();
    }

    synchronized void become(Exchange exchange, GatewayRequest.Kind kind) {
        if (exchange.kind() == kind || exchange.over()) {
            return;
        }
        exchange.become(kind);
        if (kind == GatewayRequest.Kind.SOCKET) {
            sockets++;
        } else if (kind == GatewayRequest.Kind.EVENTS) {
            streams++;
        }
    }

    synchronized void finish(HttpServerRequest request, Exchange exchange) {
        if (exchange.over()) {
            return;
        }
        goingOn.remove(request);
        exchange.finish(timeline.nanoTime());
        if (exchange.kind() == GatewayRequest.Kind.SOCKET) {
            sockets--;
        } else if (exchange.kind() == GatewayRequest.Kind.EVENTS) {
            streams--;
        }
    }

    /** What is on its way to or from the tunnel. */
    synchronized List<Exchange> underWay() {
        return goingOn.values().stream().filter(Exchange::forwarded).toList();
    }

    synchronized List<GatewayRequest> look() {
        return kept.stream().map(Exchange::look).toList();
    }

    synchronized GatewayActivity activity() {
        return new GatewayActivity(lastForwarded, sockets, streams, count);
    }

    /** A curl command that does the same at the public address. */
    synchronized Optional<String> curl(long number, Target target) {
        return kept.stream().filter(each -> each.number() == number && each.kind() != GatewayRequest.Kind.SOCKET
                && (each.method().equals("GET") || each.method().equals("HEAD"))).findFirst()
                .map(each -> "curl" + (each.method().equals("HEAD") ? " --head" : "") + " --header \""
                        + Tunnel.TOKEN_HEADER + ": Bearer $TUNNEL_TOKEN\" '"
                        + (target.origin() + each.uri()).replace("'", "%27") + "'");
    }
}
