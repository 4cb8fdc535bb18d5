package io.github.devboxtunnels.sandbox;

import java.util.function.UnaryOperator;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/**
 * A request as the service in the devbox sees it.
 *
 * @param request what the edge lets through
 * @param headers those of the request without what is meant for the edge
 * @param host the host the service is called by
 * @param devbox name of the devbox
 * @param traffic called with every further message of a stream, since that is traffic too
 * @param opened takes how to end a stream when the devbox goes or the tunnel is taken away; gives what to call when it
 *        has ended by itself
 */
record Visit(HttpServerRequest request, MultiMap headers, String host, String devbox, Runnable traffic,
        UnaryOperator<Runnable> opened) {

    /** Whether the request comes from a page of the service itself, or from no page at all. */
    boolean fromOwnPage() {
        String own = "http://" + host;
        String origin = headers.get("origin");
        String referer = headers.get("referer");
        return (origin == null || origin.equals(own)) && (referer == null || referer.startsWith(own + "/"));
    }
}
