package io.github.devboxtunnels.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.devboxtunnels.gateway.DevboxReader;
import io.github.devboxtunnels.gateway.GatewayTarget;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.gateway.RunningGateway;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateways of a session: starts them on a click, keeps them told of what the API says about their devboxes, and
 * stops them with their tunnels and with the session. Nothing exists before the first one starts. All methods may block
 * for a moment; safe for use from any thread but a listener's.
 */
public final class GatewayService implements AutoCloseable {

    /** Hears of what happens, on the gateways' own threads; must return at once and call nothing here. */
    public interface Listener {

        /** Something about the gateways that run has changed. */
        void changed();

        /** Something happened that a person should hear of. */
        void happened(GatewayEvent event);
    }

    private final Function<DevboxReader, Gateways> maker;
    private final DevboxWatcher watcher;
    private final AddressTemplate addresses;
    private final RunningGateways live = new RunningGateways();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final GatewayRelay relay = new GatewayRelay(live, listeners);
    private final DevboxReader reader;
    private final Timeline timeline;
    private final Object telling = new Object();
    private @Nullable Gateways gateways;
    private @Nullable AutoCloseable subscription;
    private boolean closed;

    /** The function makes what serves gateways, when the first one is asked for. */
    public GatewayService(Function<DevboxReader, Gateways> maker, DevboxWatcher watcher, AddressTemplate addresses,
            Timeline timeline) {
        this.maker = maker;
        this.watcher = watcher;
        this.addresses = addresses;
        this.reader = new WatchedReader(watcher, timeline);
        this.timeline = timeline;
    }

    /** Hears of changes until it is closed. */
    public AutoCloseable subscribe(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Those that run, in the order they were started. */
    public List<GatewayStatus> running() {
        return live.all().stream().map(RunningGateways::status).toList();
    }

    /**
     * Starts a gateway, or finds the one that runs, and lets the next browser in that opens the page.
     *
     * @throws ProblemException when the devbox cannot be read; an old status would decide what costs money
     * @throws CancellationException when the session has been closed meanwhile
     */
    public GatewayOpening open(String devboxId, ListedPort port) throws InterruptedException {
        return start(devboxId, port, true);
    }

    /**
     * Starts a gateway, or finds the one that runs.
     *
     * @throws ProblemException when the devbox cannot be read
     * @throws CancellationException when the session has been closed meanwhile
     */
    public GatewayOpening start(String devboxId, ListedPort port) throws InterruptedException {
        return start(devboxId, port, false);
    }

    /** A page that has a browser forget what it keeps of a port's origin; empty when its gateway does not run. */
    public Optional<Path> forgetData(String devboxId, int port) {
        return live.find(devboxId, port).flatMap(gateway -> {
            try {
                return Optional.of(gateway.forgetDataFile());
            } catch (IOException e) {
                log().warn("a page could not be written: {}", e.getClass().getSimpleName());
                return Optional.empty();
            }
        });
    }

    /** Lets every program of this computer use a port, or not. */
    public void setLocalPrograms(String devboxId, int port, boolean on) {
        live.find(devboxId, port).ifPresent(gateway -> {
            gateway.setLocalPrograms(on);
            relay.changed();
        });
    }

    /** Stops the gateway of a port. */
    public void stop(String devboxId, int port) {
        live.find(devboxId, port).ifPresent(this::stop);
    }

    /** Stops all gateways of a devbox. */
    public void stopAll(String devboxId) {
        live.all().stream().filter(gateway -> gateway.devboxId().equals(devboxId)).forEach(this::stop);
    }

    /** The last requests to a devbox through its gateways, oldest first. */
    public List<GatewayCall> requests(String devboxId) {
        List<GatewayCall> all = new ArrayList<>();
        live.all().stream().filter(gateway -> gateway.devboxId().equals(devboxId))
                .forEach(gateway -> all.addAll(RunningGateways.calls(gateway)));
        all.sort(Comparator.comparing(GatewayCall::at).thenComparingInt(GatewayCall::port)
                .thenComparingLong(GatewayCall::number));
        return all;
    }

    /** A request as a curl command at the public address, the token as a variable; empty when it cannot be one. */
    public Optional<Secret> curl(String devboxId, GatewayCall call) {
        return live.find(devboxId, call.port())
                .flatMap(gateway -> gateway.requests().stream().filter(each -> each.number() == call.number())
                        .findFirst().flatMap(gateway::curl))
                .map(Secret::of);
    }

    /** Stops all of them. */
    @Override
    public void close() {
        Gateways open;
        AutoCloseable following;
        synchronized (this) {
            closed = true;
            open = gateways;
            following = subscription;
        }
        if (following != null) {
            end(following);
        }
        if (open != null) {
            open.close();
        }
        live.clear();
        relay.changed();
    }

    private GatewayOpening start(String devboxId, ListedPort port, boolean page) throws InterruptedException {
        Devbox devbox;
        try {
            devbox = watcher.read(devboxId);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.NotFound) {
                return new GatewayOpening.Impossible(GatewayOpening.Reason.NO_TUNNEL);
            }
            throw e;
        }
        Tunnel tunnel = devbox.tunnel();
        if (tunnel == null || devbox.status().ended()) {
            return new GatewayOpening.Impossible(GatewayOpening.Reason.NO_TUNNEL);
        }
        if (tunnel.open() || tunnel.token() == null) {
            return new GatewayOpening.Impossible(GatewayOpening.Reason.NO_TOKEN);
        }
        RunningGateway gateway;
        try {
            gateway = ready().start(new GatewayTarget(devbox, port.number(), addresses), relay);
        } catch (IOException | UncheckedIOException e) {
            log().warn("a gateway could not start: {}", e.getClass().getSimpleName());
            return new GatewayOpening.Impossible(GatewayOpening.Reason.NO_LISTENER);
        }
        live.add(gateway, devbox);
        relay.changed();
        URI address = gateway.address(port.path());
        try {
            return new GatewayOpening.Ready(address, page ? gateway.ticketFile(port.path()) : null);
        } catch (IOException e) {
            log().warn("a page could not be written: {}", e.getClass().getSimpleName());
            return new GatewayOpening.Impossible(GatewayOpening.Reason.NO_PAGE);
        }
    }

    private synchronized Gateways ready() {
        if (closed) {
            throw new CancellationException("the session is closed");
        }
        Gateways there = gateways;
        if (there == null) {
            there = maker.apply(reader);
            gateways = there;
            subscription = watcher.subscribe(_ -> timeline.after(Duration.ZERO, this::tell));
        }
        return there;
    }

    private void stop(RunningGateway gateway) {
        gateway.stop();
        live.remove(gateway);
        relay.changed();
    }

    /** What the list says goes on to those it is about; on a thread of its own, for a gateway may take its time. */
    private void tell() {
        synchronized (telling) {
            DevboxList list = watcher.current();
            if (list.readAt() != null) {
                live.tell(id -> find(list, each -> each.id().equals(id)));
            }
        }
        relay.changed();
    }

    private static @Nullable Devbox find(DevboxList list, Predicate<Devbox> fits) {
        return list.devboxes().stream().filter(fits).findFirst().orElse(null);
    }

    private static void end(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("a subscription does not end", e);
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(GatewayService.class);
    }
}
