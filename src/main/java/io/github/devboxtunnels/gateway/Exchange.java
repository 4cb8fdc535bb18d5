package io.github.devboxtunnels.gateway;

import java.time.Duration;
import java.time.Instant;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** A request and its answer, while it goes on and in the list. Written on the event loop, read from anywhere. */
final class Exchange {

    private final long number;
    private final Instant at;
    private final long startedAt;
    private final String method;
    private final String uri;
    private @Nullable HttpServerRequest request;
    private volatile GatewayRequest.Kind kind = GatewayRequest.Kind.PLAIN;
    private volatile int status;
    private volatile long bytes;
    private volatile boolean forwarded;
    private boolean wakes;
    private volatile @Nullable Duration took;

    Exchange(long number, Instant at, long startedAt, HttpServerRequest request) {
        this.number = number;
        this.at = at;
        this.startedAt = startedAt;
        this.method = request.method().name();
        this.uri = request.uri();
        this.request = request;
    }

    long number() {
        return number;
    }

    String method() {
        return method;
    }

    /** Path and query as sent, for the clipboard alone. */
    String uri() {
        return uri;
    }

    GatewayRequest.Kind kind() {
        return kind;
    }

    boolean forwarded() {
        return forwarded;
    }

    boolean over() {
        return took != null;
    }

    void become(GatewayRequest.Kind other) {
        kind = other;
    }

    void markForwarded() {
        forwarded = true;
    }

    /** It goes through although the devbox is not running, because a person clicked. */
    void markWaking() {
        wakes = true;
    }

    boolean waking() {
        return wakes;
    }

    void status(int answered) {
        status = answered;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // the event loop alone writes
    void add(long more) {
        bytes += more;
    }

    void finish(long now) {
        took = Duration.ofNanos(now - startedAt);
        request = null;
    }

    /** Ends it at once, both ways. */
    void cut() {
        HttpServerRequest going = request;
        if (going != null) {
            var _ = going.connection().close();
        }
    }

    GatewayRequest look() {
        return new GatewayRequest(number, at, kind, method, masked(uri), status, took, bytes, forwarded);
    }

    /** The path with the values of its query hidden: they may be secrets. */
    static String masked(String uri) {
        int query = uri.indexOf('?');
        if (query < 0) {
            return uri;
        }
        StringBuilder out = new StringBuilder(uri.substring(0, query)).append('?');
        String[] pairs = uri.substring(query + 1).split("&", -1);
        for (int i = 0; i < pairs.length; i++) {
            int equals = pairs[i].indexOf('=');
            out.append(i == 0 ? "" : "&").append(equals < 0 ? "" : pairs[i].substring(0, equals + 1)).append('…');
        }
        return out.toString();
    }
}
