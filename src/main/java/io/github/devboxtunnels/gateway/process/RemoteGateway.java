package io.github.devboxtunnels.gateway.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.github.devboxtunnels.gateway.BrowserQuestion;
import io.github.devboxtunnels.gateway.GatewayActivity;
import io.github.devboxtunnels.gateway.GatewayListener;
import io.github.devboxtunnels.gateway.GatewayRequest;
import io.github.devboxtunnels.gateway.GatewayState;
import io.github.devboxtunnels.gateway.GatewayState.StopReason;
import io.github.devboxtunnels.gateway.RunningGateway;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.Devbox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A gateway of the other process: what was last told of it is known here, anything else is asked for. */
final class RemoteGateway implements RunningGateway {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteGateway.class);

    private final long number;
    private final String devboxId;
    private final int port;
    private final Commands commands;
    private final GatewayListener listener;
    private final Map<Long, BrowserQuestion> questions = new ConcurrentHashMap<>();
    private volatile @Nullable URI origin;
    private volatile GatewayState state = new GatewayState.Running();
    private volatile GatewayActivity activity = new GatewayActivity(null, 0, 0, 0);
    private volatile boolean localPrograms;

    RemoteGateway(long number, String devboxId, int port, Commands commands, GatewayListener listener) {
        this.number = number;
        this.devboxId = devboxId;
        this.port = port;
        this.commands = commands;
        this.listener = listener;
    }

    @Override
    public String devboxId() {
        return devboxId;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public URI origin() {
        return Objects.requireNonNull(origin);
    }

    @Override
    public URI address(String path) {
        String here = origin().toString();
        return URI.create(here.substring(0, here.length() - 1) + AddressTemplate.encoded(path));
    }

    @Override
    public GatewayState state() {
        return state;
    }

    @Override
    public Path ticketFile(String path) throws IOException {
        return Path.of(commands.ticketFile(number, path));
    }

    @Override
    public Path forgetDataFile() throws IOException {
        return Path.of(commands.forgetDataFile(number));
    }

    @Override
    public boolean localPrograms() {
        return localPrograms;
    }

    @Override
    public void setLocalPrograms(boolean on) {
        try {
            commands.setLocalPrograms(number, on);
            localPrograms = on;
        } catch (IOException e) {
            LOG.debug("the gateway has stopped");
        }
    }

    @Override
    public void update(@Nullable Devbox devbox) {
        commands.update(number, devbox);
    }

    @Override
    public List<GatewayRequest> requests() {
        try {
            return commands.requests(number);
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public Optional<String> curl(GatewayRequest request) {
        try {
            return Optional.ofNullable(commands.curl(number, request.number()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public GatewayActivity activity() {
        return activity;
    }

    @Override
    public void stop() {
        try {
            commands.stop(number);
        } catch (IOException e) {
            LOG.debug("the gateway has stopped with its process");
        }
    }

    @Override
    public String toString() {
        return "gateway to port " + port + " of " + devboxId;
    }

    void started(URI at) {
        origin = at;
    }

    void became(GatewayState next) {
        state = next;
        tell(to -> to.stateChanged(this, next));
    }

    void stopped(StopReason reason) {
        questions.keySet().forEach(this::questionClosed);
        became(new GatewayState.Stopped(reason));
    }

    void tunnelReplaced() {
        tell(to -> to.tunnelReplaced(this));
    }

    void activity(GatewayActivity now) {
        activity = now;
        tell(to -> to.activityChanged(this));
    }

    void browserAsks(long question, String shown, Instant askedAt) {
        BrowserQuestion asked = new RemoteQuestion(question, shown, askedAt, commands);
        questions.put(question, asked);
        tell(to -> to.browserAsks(this, asked));
    }

    void questionClosed(long question) {
        BrowserQuestion closed = questions.remove(question);
        if (closed != null) {
            tell(to -> to.questionClosed(this, closed));
        }
    }

    private void tell(Consumer<GatewayListener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException e) {
            LOG.warn("a listener of a gateway failed", e);
        }
    }
}
