package io.github.devboxtunnels.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.devboxtunnels.gateway.BrowserQuestion;
import io.github.devboxtunnels.gateway.GatewayActivity;
import io.github.devboxtunnels.gateway.GatewayListener;
import io.github.devboxtunnels.gateway.GatewayRequest;
import io.github.devboxtunnels.gateway.GatewayState;
import io.github.devboxtunnels.gateway.GatewayTarget;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.gateway.RunningGateway;
import io.github.devboxtunnels.model.Devbox;
import org.jspecify.annotations.Nullable;

/**
 * Gateways for the walk, which listen nowhere: a server's classes, which an ordinary start never needs, would be in the
 * class cache with the rest. Each has had one request, and a browser that asks to be let in when it is opened.
 */
final class WalkGateways implements Gateways {

    private static final Instant THEN = Instant.EPOCH;

    private final List<RunningGateway> running = new ArrayList<>();

    @Override
    public synchronized RunningGateway start(GatewayTarget target, GatewayListener listener) {
        Stood gateway = new Stood(target, listener);
        running.add(gateway);
        return gateway;
    }

    @Override
    public synchronized List<RunningGateway> running() {
        return List.copyOf(running);
    }

    @Override
    public void close() {
        running().forEach(RunningGateway::stop);
    }

    private synchronized void drop(RunningGateway gateway) {
        running.remove(gateway);
    }

    private final class Stood implements RunningGateway {

        private final GatewayTarget target;
        private final GatewayListener listener;
        private volatile GatewayState state = new GatewayState.Running();
        private volatile boolean localPrograms;

        Stood(GatewayTarget target, GatewayListener listener) {
            this.target = target;
            this.listener = listener;
        }

        @Override
        public String devboxId() {
            return target.devbox().id();
        }

        @Override
        public int port() {
            return target.port();
        }

        @Override
        public URI origin() {
            return URI.create("http://" + port() + "-walk.localhost:1/");
        }

        @Override
        public URI address(String path) {
            return origin().resolve(path);
        }

        @Override
        public GatewayState state() {
            return state;
        }

        @Override
        public Path ticketFile(String path) {
            listener.browserAsks(this, new Question());
            return Path.of("no-page.html");
        }

        @Override
        public Path forgetDataFile() {
            return Path.of("no-page.html");
        }

        @Override
        public boolean localPrograms() {
            return localPrograms;
        }

        @Override
        public void setLocalPrograms(boolean on) {
            localPrograms = on;
        }

        @Override
        public void update(@Nullable Devbox devbox) {
            // It goes on until it is stopped.
        }

        @Override
        public List<GatewayRequest> requests() {
            return List.of(new GatewayRequest(1, THEN, GatewayRequest.Kind.PLAIN, "GET", "/", 200, Duration.ZERO, 0,
                    true));
        }

        @Override
        public Optional<String> curl(GatewayRequest request) {
            return Optional.empty();
        }

        @Override
        public GatewayActivity activity() {
            return new GatewayActivity(THEN, 0, 0, 1);
        }

        @Override
        public void stop() {
            if (!(state instanceof GatewayState.Stopped)) {
                state = new GatewayState.Stopped(GatewayState.StopReason.ASKED);
                drop(this);
                listener.stateChanged(this, state);
            }
        }

        private final class Question implements BrowserQuestion {

            @Override
            public String number() {
                return "4821";
            }

            @Override
            public Instant askedAt() {
                return THEN;
            }

            @Override
            public void approve() {
                listener.questionClosed(Stood.this, this);
            }

            @Override
            public void deny() {
                listener.questionClosed(Stood.this, this);
            }
        }
    }
}
