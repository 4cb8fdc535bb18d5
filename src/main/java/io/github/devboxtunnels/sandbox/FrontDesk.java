package io.github.devboxtunnels.sandbox;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/** Sends every request where its host name says: to the API, to the tunnel edge, or away. */
final class FrontDesk implements Handler<HttpServerRequest> {

    private static final int MISDIRECTED = 421;

    private final ApiServer api;
    private final TunnelEdge edge;
    private final Wire wire;

    FrontDesk(ApiServer api, TunnelEdge edge, Wire wire) {
        this.api = api;
        this.edge = edge;
        this.wire = wire;
    }

    @Override
    public void handle(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        String host = authority == null ? "" : authority.toString();
        String routed = request.getHeader(TunnelEdge.HOST_HEADER);
        String tunnelHost = routed == null ? host : routed;
        if (!Hosts.loopback(host)) {
            wire.send(request, Answer.error(MISDIRECTED, "The sandbox answers to names of this computer only"), false);
        } else if (Hosts.edge(tunnelHost)) {
            edge.accept(request, tunnelHost, host);
        } else {
            api.accept(request);
        }
    }
}
