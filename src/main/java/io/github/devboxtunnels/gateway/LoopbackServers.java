package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/**
 * The listening sockets of a gateway: 127.0.0.1 and, where there is IPv6, ::1 with the same number. Browsers try ::1
 * first, so a number that someone else has on either is not used at all.
 */
final class LoopbackServers {

    private static final String IPV4 = "127.0.0.1";
    private static final String IPV6 = "::1";
    private static final int TRIES = 32;
    /** Above what the front door lets through, so that the two never disagree. */
    private static final int HEAD = HeadCheck.LIMIT + 1024;
    private static final int BACKLOG = 1024;

    private final List<HttpServer> servers;

    private LoopbackServers(List<HttpServer> servers) {
        this.servers = servers;
    }

    /**
     * Listens on the wanted number, or on another one where that is taken.
     *
     * @throws IOException when no number is free on both addresses
     */
    static LoopbackServers open(Vertx vertx, OptionalInt wanted, Handler<HttpServerRequest> handler)
            throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            List<HttpServer> open = new ArrayList<>();
            try {
                open.add(listen(vertx, IPV4, tries == 0 ? wanted.orElse(0) : 0, handler));
                if (hasIpv6()) {
                    open.add(listen(vertx, IPV6, open.getFirst().actualPort(), handler));
                }
                return new LoopbackServers(List.copyOf(open));
            } catch (IOException e) {
                open.forEach(server -> server.close().await());
            }
        }
        throw new IOException("no port is free on loopback");
    }

    int port() {
        return servers.getFirst().actualPort();
    }

    Future<Void> close() {
        return Future.all(servers.stream().map(HttpServer::close).toList()).mapEmpty();
    }

    private static HttpServer listen(Vertx vertx, String host, int port, Handler<HttpServerRequest> handler)
            throws IOException {
        HttpServerOptions options = new HttpServerOptions().setHost(host).setPort(port)
                .setHttp2ClearTextEnabled(false).setHandle100ContinueAutomatically(true).setMaxHeaderSize(HEAD)
                .setMaxInitialLineLength(HEAD).setAcceptBacklog(BACKLOG)
                // On Windows this option would let another program take the number away.
                .setReuseAddress(!windows());
        try {
            return vertx.createHttpServer(options).requestHandler(handler).listen().await();
        } catch (Exception e) {
            // Vert.x throws what a future failed with as it is, checked or not.
            throw new IOException("port " + port + " of " + host + " cannot be had", e);
        }
    }

    private static boolean windows() {
        return Objects.requireNonNullElse(System.getProperty("os.name"), "").toLowerCase(Locale.ROOT)
                .startsWith("windows");
    }

    private static boolean hasIpv6() {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.ofLiteral(IPV6)) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
