package io.github.devboxtunnels.sandbox;

import java.io.IOException;

import io.github.devboxtunnels.loopback.LoopbackServers;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Where the sandbox listens: HTTP/1.1 and h2c on one port. */
final class Doors {

    /** Official clients and the application send many requests over one connection. */
    private static final int STREAMS = 128;
    private static final int WINDOW = 1 << 20;

    private final Vertx vertx;
    private final Handler<HttpServerRequest> handler;
    private @Nullable LoopbackServers servers;
    private int port;

    Doors(Vertx vertx, Handler<HttpServerRequest> handler) {
        this.vertx = vertx;
        this.handler = handler;
    }

    /**
     * Listens; 0 takes a port that is free.
     *
     * @throws IllegalStateException when the port cannot be had
     */
    synchronized void open(int wanted) {
        try {
            LoopbackServers open = wanted == 0
                    ? LoopbackServers.anywhere(vertx, options(), handler)
                    : LoopbackServers.on(wanted, vertx, options(), handler);
            servers = open;
            port = open.port();
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The port everything listens on. */
    synchronized int port() {
        return port;
    }

    /** Refuses connections and closes those there are. */
    synchronized void shut() {
        LoopbackServers open = servers;
        if (open != null) {
            open.close().await();
            servers = null;
        }
    }

    /** Listens again where it did. */
    synchronized void reopen() {
        if (servers == null) {
            open(port);
        }
    }

    private static HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions().setHttp2ClearTextEnabled(true)
                .setHttp2ConnectionWindowSize(WINDOW);
        options.getInitialSettings().setMaxConcurrentStreams(STREAMS);
        return options;
    }
}
