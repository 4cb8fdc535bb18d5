package io.github.devboxtunnels.testing;

import java.io.IOException;
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
import io.github.devboxtunnels.gateway.GatewayState.StopReason;
import io.github.devboxtunnels.gateway.GatewayTarget;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.gateway.RunningGateway;
import io.github.devboxtunnels.model.Devbox;

/** Gateways without a listener: a test says what comes through and what happens to them. */
public final class FakeGateways implements Gateways {

    private final List<Fake> started = new ArrayList<>();
    private boolean noPort;
    private volatile boolean noPage;
    private boolean closed;

    /** From now on no port is free. */
    public void noPort() {
        noPort = true;
    }

    /** From now on no file can be written. */
    public void noPage() {
        noPage = true;
    }

    /** Whether they were closed. */
    public synchronized boolean closed() {
        return closed;
    }

    /** All that were ever started, in order. */
    public synchronized List<Fake> started() {
        return List.copyOf(started);
    }

    /** The gateway of a port that runs. */
    public synchronized Fake of(int port) {
        return started.stream().filter(each -> each.port() == port && !each.stopped()).findFirst().orElseThrow();
    }

    @Override
    public synchronized RunningGateway start(GatewayTarget target, GatewayListener listener) throws IOException {
        if (noPort) {
            throw new IOException("no port");
        }
        for (Fake each : started) {
            if (each.devboxId().equals(target.devbox().id()) && each.port() == target.port() && !each.stopped()) {
                return each;
            }
        }
        Fake fake = new Fake(target, listener, 49_200 + started.size());
        started.add(fake);
        return fake;
    }

    @Override
    public synchronized List<RunningGateway> running() {
        return started.stream().filter(each -> !each.stopped()).map(RunningGateway.class::cast).toList();
    }

    @Override
    public synchronized void close() {
        closed = true;
        started.forEach(Fake::stop);
    }

    /** One of them. */
    public final class Fake implements RunningGateway {

        private final GatewayTarget target;
        private final GatewayListener listener;
        private final int listens;
        private final List<Devbox> told = new ArrayList<>();
        private final List<GatewayRequest> requests = new ArrayList<>();
        private volatile GatewayState state = new GatewayState.Running();
        private volatile GatewayActivity activity = new GatewayActivity(null, 0, 0, 0);
        private volatile boolean localPrograms;
        private int files;

        private Fake(GatewayTarget target, GatewayListener listener, int listens) {
            this.target = target;
            this.listener = listener;
            this.listens = listens;
        }

        /** What it was told of its devbox; null for gone. */
        public synchronized List<Devbox> told() {
            return new ArrayList<>(told);
        }

        /** A request went through. */
        public void request(GatewayRequest request) {
            synchronized (this) {
                requests.add(request);
            }
            activity = new GatewayActivity(request.forwarded() ? request.at() : activity.lastForwarded(),
                    activity.sockets(), activity.streams(), activity.requests() + 1);
            listener.activityChanged(this);
        }

        /** A request of these words went through. */
        public void request(Instant at, String method, String path, int status) {
            request(new GatewayRequest(activity.requests() + 1, at, GatewayRequest.Kind.PLAIN, method, path, status,
                    Duration.ofMillis(18), 4_100, true));
        }

        /** The last request has ended, which is no new activity. */
        public void requestEnded(Duration took) {
            synchronized (this) {
                GatewayRequest last = requests.removeLast();
                requests.add(
                        new GatewayRequest(last.number(), last.at(), last.kind(), last.method(), last.path(), 200, took,
                                4_100, true));
            }
            listener.activityChanged(this);
        }

        /** The tunnel refuses the token. */
        public void refuseToken() {
            change(new GatewayState.TokenRefused());
        }

        /** It stops by itself. */
        public void end(StopReason reason) {
            change(new GatewayState.Stopped(reason));
        }

        /** The tunnel was re-created elsewhere. */
        public void replace() {
            listener.tunnelReplaced(this);
        }

        /** A browser asks to be let in. */
        public Question ask(String number, Instant at) {
            Question question = new Question(this, number, at);
            listener.browserAsks(this, question);
            return question;
        }

        boolean stopped() {
            return state instanceof GatewayState.Stopped;
        }

        private void change(GatewayState next) {
            state = next;
            listener.stateChanged(this, next);
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
            return URI.create("http://" + port() + "-" + target.devbox().label() + "-kq3vtz7mwx2p.localhost:" + listens
                    + "/");
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
        public synchronized Path ticketFile(String path) throws IOException {
            return page("open-" + port() + "-" + ++files + (path.equals("/") ? "" : path.replace('/', '-'))
                    + ".html");
        }

        @Override
        public synchronized Path forgetDataFile() throws IOException {
            return page("forget-" + port() + "-" + ++files + ".html");
        }

        private Path page(String name) throws IOException {
            if (noPage) {
                throw new IOException("no page");
            }
            return Path.of("/pages", name);
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
        public synchronized void update(Devbox devbox) {
            told.add(devbox);
        }

        @Override
        public synchronized List<GatewayRequest> requests() {
            return List.copyOf(requests);
        }

        @Override
        public Optional<String> curl(GatewayRequest request) {
            return request.method().equals("GET")
                    ? Optional.of("curl -H \"X-Runloop-Tunnel-Authorization: Bearer $TUNNEL_TOKEN\" https://" + port()
                            + "-key.tunnel.runloop.ai" + request.path())
                    : Optional.empty();
        }

        @Override
        public GatewayActivity activity() {
            return activity;
        }

        /** Opens sockets. */
        public void sockets(int open, Instant last) {
            activity = new GatewayActivity(last, open, 0, activity.requests());
            listener.activityChanged(this);
        }

        @Override
        public void stop() {
            if (!stopped()) {
                change(new GatewayState.Stopped(StopReason.ASKED));
            }
        }
    }

    /** A question and what was answered. */
    public static final class Question implements BrowserQuestion {

        private final Fake gateway;
        private final String number;
        private final Instant at;
        private volatile String answer = "";

        private Question(Fake gateway, String number, Instant at) {
            this.gateway = gateway;
            this.number = number;
            this.at = at;
        }

        /** "approved", "denied", or empty. */
        public String answer() {
            return answer;
        }

        /** Nobody answered in time. */
        public void expire() {
            gateway.listener.questionClosed(gateway, this);
        }

        @Override
        public String number() {
            return number;
        }

        @Override
        public Instant askedAt() {
            return at;
        }

        @Override
        public void approve() {
            answer = "approved";
            expire();
        }

        @Override
        public void deny() {
            answer = "denied";
            expire();
        }
    }
}
