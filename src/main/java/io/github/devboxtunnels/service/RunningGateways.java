package io.github.devboxtunnels.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.github.devboxtunnels.gateway.GatewayActivity;
import io.github.devboxtunnels.gateway.GatewayRequest;
import io.github.devboxtunnels.gateway.GatewayState;
import io.github.devboxtunnels.gateway.RunningGateway;
import io.github.devboxtunnels.model.Devbox;
import org.jspecify.annotations.Nullable;

/** The gateways of a session that have not stopped, and what each was last told of its devbox. */
final class RunningGateways {

    private record Key(String devboxId, int port) {
    }

    private static final class Entry {
        private final RunningGateway gateway;
        private @Nullable Devbox told;

        Entry(RunningGateway gateway, Devbox told) {
            this.gateway = gateway;
            this.told = told;
        }
    }

    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    synchronized void add(RunningGateway gateway, Devbox devbox) {
        Entry there = entries.get(key(gateway));
        if (there == null || !there.gateway.equals(gateway)) {
            entries.put(key(gateway), new Entry(gateway, devbox));
        }
        dropStopped();
    }

    synchronized void remove(RunningGateway gateway) {
        Entry there = entries.get(key(gateway));
        if (there != null && there.gateway.equals(gateway)) {
            entries.remove(key(gateway));
        }
    }

    synchronized void clear() {
        entries.clear();
    }

    synchronized List<RunningGateway> all() {
        dropStopped();
        return entries.values().stream().map(entry -> entry.gateway).toList();
    }

    synchronized Optional<RunningGateway> find(String devboxId, int port) {
        dropStopped();
        return Optional.ofNullable(entries.get(new Key(devboxId, port))).map(entry -> entry.gateway);
    }

    /** Tells each what is new about its devbox; null means that there is none any more. */
    void tell(Function<String, @Nullable Devbox> known) {
        List<Runnable> news = new ArrayList<>();
        synchronized (this) {
            for (Entry entry : entries.values()) {
                Devbox latest = known.apply(entry.gateway.devboxId());
                if (!Objects.equals(latest, entry.told)) {
                    entry.told = latest;
                    news.add(() -> entry.gateway.update(latest));
                }
            }
        }
        news.forEach(Runnable::run);
    }

    /** How one looks now. */
    static GatewayStatus status(RunningGateway gateway) {
        GatewayActivity activity = gateway.activity();
        return new GatewayStatus(gateway.devboxId(), gateway.port(), gateway.origin(),
                gateway.state() instanceof GatewayState.TokenRefused, gateway.localPrograms(),
                activity.lastForwarded(), activity.open(), activity.requests());
    }

    /** What went through one lately. */
    static List<GatewayCall> calls(RunningGateway gateway) {
        return gateway.requests().stream().map(request -> call(gateway.port(), request)).toList();
    }

    private static GatewayCall call(int port, GatewayRequest request) {
        GatewayCall.Kind kind = switch (request.kind()) {
            case PLAIN -> GatewayCall.Kind.PLAIN;
            case SOCKET -> GatewayCall.Kind.SOCKET;
            case EVENTS -> GatewayCall.Kind.EVENTS;
        };
        return new GatewayCall(port, request.number(), request.at(), kind, request.method(), request.path(),
                request.status(), request.took(), request.bytes(), request.forwarded());
    }

    private void dropStopped() {
        entries.values().removeIf(entry -> entry.gateway.state() instanceof GatewayState.Stopped);
    }

    private static Key key(RunningGateway gateway) {
        return new Key(gateway.devboxId(), gateway.port());
    }
}
