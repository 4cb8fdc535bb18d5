package io.github.devboxtunnels.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * The tunnel edge: finds the devbox by the key in the host name, checks the token, wakes or refuses, and hands on to the
 * service.
 *
 * <p>
 * Documented is that a request to a suspended devbox that wakes gets 503 with {@code Retry-After: 5} and is not handed
 * on. The rest is undocumented and chosen here: 404 for an unknown key, 401 for a missing or wrong token (only
 * {@code X-Runloop-Tunnel-Authorization} counts, and a stranger wakes nothing), 503 without wake, 502 where nothing
 * within reach listens. All with a line of plain text.
 */
final class TunnelEdge {

    /** Routes by this name in place of {@code Host}, for custom domains. */
    static final String HOST_HEADER = "X-Runloop-Host";
    private static final String BEARER = "Bearer ";
    private static final String COME_AGAIN_SECONDS = "5";

    private record Refused(int status, String why, boolean comeAgain) {
    }

    private final Vertx vertx;
    private final Fleet fleet;
    private final StateMachine machine;
    private final ServerClock clock;
    private final Ledger ledger;
    private final Services services;

    TunnelEdge(Vertx vertx, Fleet fleet, StateMachine machine, ServerClock clock, Ledger ledger, Services services) {
        this.vertx = vertx;
        this.fleet = fleet;
        this.machine = machine;
        this.clock = clock;
        this.ledger = ledger;
        this.services = services;
    }

    /**
     * Serves a request.
     *
     * @param tunnelHost the name to route by
     * @param host the name the service is called by
     */
    void accept(HttpServerRequest request, String tunnelHost, String host) {
        Optional<Hosts.Tunnel> target = Hosts.tunnel(tunnelHost);
        DevboxState devbox = target.map(tunnel -> behind(tunnel.key())).orElse(null);
        if (target.isEmpty() || devbox == null) {
            refuse(request, new Refused(404, "There is no such tunnel", false));
            return;
        }
        int port = target.get().port();
        Service service;
        Refused refused;
        synchronized (fleet) {
            refused = refusal(devbox, request);
            Listener listener = refused == null ? listener(devbox, port) : null;
            service = listener == null ? null : services.of(listener.kind());
            if (refused == null && service == null) {
                refused = new Refused(502, "Nothing within reach listens on port " + port, false);
            }
            ledger.visit(new Ledger.Visit(clock.now(), devbox.id(), port, request.method().name(), request.uri(),
                    request.canUpgradeToWebSocket(), request.headers().contains(Tunnel.TOKEN_HEADER),
                    refused == null ? 0 : refused.status()));
        }
        if (refused != null) {
            refuse(request, refused);
        } else if (service != null) {
            service.serve(visit(request, devbox, host));
        }
    }

    private @Nullable DevboxState behind(String key) {
        synchronized (fleet) {
            return fleet.behind(key);
        }
    }

    private @Nullable Refused refusal(DevboxState devbox, HttpServerRequest request) {
        TunnelState tunnel = devbox.tunnel();
        if (tunnel == null) {
            return new Refused(404, "There is no such tunnel", false);
        }
        Secret token = tunnel.token();
        if (token != null && !sent(request, token)) {
            return new Refused(401, "A token is needed", false);
        }
        if (devbox.is(Kind.SUSPENDED) && devbox.wakes()) {
            Instant now = clock.now();
            machine.resume(devbox);
            ledger.wake(now, devbox.id());
            return new Refused(503, "The devbox wakes up", true);
        }
        if (!devbox.is(Kind.RUNNING)) {
            return new Refused(503, "The devbox is " + DevboxJson.word(devbox.status()), devbox.is(Kind.RESUMING));
        }
        traffic(devbox);
        return null;
    }

    private static boolean sent(HttpServerRequest request, Secret token) {
        String header = request.getHeader(Tunnel.TOKEN_HEADER);
        return header != null && header.startsWith(BEARER) && !header.substring(BEARER.length()).isBlank()
                && Secret.of(header.substring(BEARER.length())).equals(token);
    }

    private @Nullable Listener listener(DevboxState devbox, int port) {
        List<Listener> listeners = services.listening(devbox);
        return listeners.stream().filter(listener -> listener.port() == port && listener.anywhere()).findFirst()
                .orElse(null);
    }

    private void traffic(DevboxState devbox) {
        synchronized (fleet) {
            TunnelState tunnel = devbox.tunnel();
            if (tunnel != null && tunnel.keepAlive()) {
                machine.touch(devbox);
            }
        }
    }

    private Visit visit(HttpServerRequest request, DevboxState devbox, String host) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
        headers.remove(Tunnel.TOKEN_HEADER).remove(HOST_HEADER);
        Context loop = vertx.getOrCreateContext();
        String name = devbox.plan().name();
        TunnelState through = tunnel(devbox);
        return new Visit(request, headers, host, name == null ? devbox.id() : name, () -> traffic(devbox),
                ending -> opened(devbox, through, () -> loop.runOnContext(turn -> ending.run())));
    }

    private @Nullable TunnelState tunnel(DevboxState devbox) {
        synchronized (fleet) {
            return devbox.tunnel();
        }
    }

    private Runnable opened(DevboxState devbox, @Nullable TunnelState through, Runnable ending) {
        synchronized (fleet) {
            if (devbox.is(Kind.RUNNING) && Objects.equals(devbox.tunnel(), through)) {
                devbox.streams().add(ending);
            } else {
                ending.run();
            }
        }
        return () -> {
            synchronized (fleet) {
                devbox.streams().remove(ending);
            }
        };
    }

    private static void refuse(HttpServerRequest request, Refused refused) {
        if (refused.comeAgain()) {
            request.response().putHeader("retry-after", COME_AGAIN_SECONDS);
        }
        Service.reply(request, refused.status(), "text/plain; charset=utf-8", Buffer.buffer(refused.why() + "\n"));
    }
}
