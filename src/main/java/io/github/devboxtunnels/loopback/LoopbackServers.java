package io.github.devboxtunnels.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.VertxInternal;

/**
 * Servers on 127.0.0.1 and, where there is IPv6, on ::1 with the same number. Browsers try ::1 first, so a number that
 * someone else has on either is not used at all.
 */
public final class LoopbackServers {

    private static final String IPV4 = "127.0.0.1";
    private static final String IPV6 = "::1";
    private static final int TRIES = 32;

    private final VertxInternal vertx;
    private final List<HttpServer> servers;

    private LoopbackServers(Vertx vertx, List<HttpServer> servers) {
        this.vertx = (VertxInternal) vertx;
        this.servers = servers;
    }

    /**
     * Listens on a number that is free.
     *
     * @param options all but host and port
     * @throws IOException when none is free on both addresses
     */
    public static LoopbackServers anywhere(Vertx vertx, HttpServerOptions options,
            Handler<HttpServerRequest> handler) throws IOException {
        for (int left = TRIES; left > 1; left--) {
            try {
                return on(0, vertx, options, handler);
            } catch (IOException e) {
                // What was free on the first address was not on the second.
            }
        }
        return on(0, vertx, options, handler);
    }

    /**
     * Listens on a number.
     *
     * @param options all but host and port
     * @throws IOException when it cannot be had on both addresses
     */
    public static LoopbackServers on(int port, Vertx vertx, HttpServerOptions options,
            Handler<HttpServerRequest> handler) throws IOException {
        List<HttpServer> open = new ArrayList<>();
        try {
            open.add(listen(vertx, IPV4, port, options, handler));
            if (hasIpv6()) {
                open.add(listen(vertx, IPV6, open.getFirst().actualPort(), options, handler));
            }
            return new LoopbackServers(vertx, open);
        } catch (IOException e) {
            new LoopbackServers(vertx, open).close().await();
            throw e;
        }
    }

    /** The number. */
    public int port() {
        return servers.getFirst().actualPort();
    }

    /** Stops listening and closes what is open; done when the number is free. */
    public Future<Void> close() {
        return Future.join(servers.stream().map(HttpServer::close).toList()).eventually(this::letGo).mapEmpty();
    }

    /** A selector keeps a closed socket, and so its number, until it selects the next time. */
    private Future<Void> letGo() {
        EventLoop selecting = vertx.acceptorEventLoopGroup().next();
        Promise<Void> gone = Promise.promise();
        selecting.execute(() -> {
            var _ = selecting.schedule(() -> gone.complete(), 0, TimeUnit.NANOSECONDS);
        });
        return gone.future();
    }

    private static HttpServer listen(Vertx vertx, String host, int port, HttpServerOptions options,
            Handler<HttpServerRequest> handler) throws IOException {
        HttpServerOptions own = new HttpServerOptions(options).setHost(host).setPort(port)
                // On Windows this option would let another program take the number away.
                .setReuseAddress(!windows());
        try {
            return vertx.createHttpServer(own).requestHandler(handler).listen().await();
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
