package io.github.devboxtunnels.sandbox;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/** The listening sockets: 127.0.0.1, and ::1 on the same port where there is IPv6. HTTP/1.1 and h2c on both. */
final class Doors {

    private static final String IPV4 = "127.0.0.1";
    private static final String IPV6 = "::1";
    private static final int TRIES = 8;
    /** Official clients and the application send many requests over one connection. */
    private static final int STREAMS = 128;
    private static final int WINDOW = 1 << 20;

    private final Vertx vertx;
    private final Handler<HttpServerRequest> handler;
    private final List<HttpServer> open = new ArrayList<>();
    private int port;

    Doors(Vertx vertx, Handler<HttpServerRequest> handler) {
        this.vertx = vertx;
        this.handler = handler;
    }

    /** Listens; 0 takes a port that is free on both addresses. */
    synchronized void open(int wanted) {
        for (int left = TRIES; port == 0; left--) {
            try {
                openBoth(wanted);
            } catch (RuntimeException e) {
                close();
                if (wanted != 0 || left <= 1) {
                    throw e;
                }
            }
        }
    }

    /** The port everything listens on. */
    synchronized int port() {
        return port;
    }

    /** Refuses connections and closes those there are. */
    synchronized void shut() {
        close();
    }

    /** Listens again where it did. */
    synchronized void reopen() {
        if (open.isEmpty()) {
            openBoth(port);
        }
    }

    private void openBoth(int wanted) {
        HttpServer first = listen(IPV4, wanted);
        if (hasIpv6()) {
            listen(IPV6, first.actualPort());
        }
        port = first.actualPort();
    }

    private HttpServer listen(String host, int wanted) {
        HttpServerOptions options = new HttpServerOptions().setHost(host).setPort(wanted)
                .setHttp2ClearTextEnabled(true).setHttp2ConnectionWindowSize(WINDOW);
        options.getInitialSettings().setMaxConcurrentStreams(STREAMS);
        HttpServer server = vertx.createHttpServer(options).requestHandler(handler);
        Future<HttpServer> listening = server.listen();
        try {
            listening.await();
        } catch (Exception e) {
            // Vert.x throws what a future failed with as it is, checked or not.
            throw new IllegalStateException("port " + wanted + " of " + host + " cannot be had", e);
        }
        open.add(server);
        return server;
    }

    private void close() {
        Future.all(open.stream().map(HttpServer::close).toList()).await();
        open.clear();
    }

    private static boolean hasIpv6() {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.ofLiteral(IPV6)) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
