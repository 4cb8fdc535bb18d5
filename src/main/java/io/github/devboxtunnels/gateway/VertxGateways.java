package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gateways on one event loop, which begins with the first of them. */
final class VertxGateways implements Gateways {

    private static final Logger LOG = LoggerFactory.getLogger(VertxGateways.class);
    private static final long STOP_SECONDS = 2;
    /** Names looked up at once: one that takes its time does not hold up the others. */
    private static final int LOOKUPS = 4;
    private static final int HOUR_MILLIS = 3_600_000;

    /** A gateway is for a port of a devbox. */
    private record Key(String devboxId, int port) {
    }

    private final GatewayOptions options;
    private final Map<Key, RunningGateway> running = new LinkedHashMap<>();
    private @Nullable Vertx vertx;
    private @Nullable Doorway doorway;
    private boolean closed;

    VertxGateways(GatewayOptions options) {
        this.options = options;
    }

    @Override
    public synchronized RunningGateway start(GatewayTarget target, GatewayListener listener) throws IOException {
        if (closed) {
            throw new IllegalStateException("the gateways are closed");
        }
        Key key = new Key(target.devbox().id(), target.port());
        RunningGateway there = running.get(key);
        if (there != null && !(there.state() instanceof GatewayState.Stopped)) {
            there.update(target.devbox());
            return there;
        }
        Vertx loop = vertx;
        Doorway doors = doorway;
        if (loop == null || doors == null) {
            doors = new Doorway(options.timeline(), PeerOwner.ofThisSystem());
            loop = Vertx.builder().with(vertxOptions()).withTransport(doors).build();
            doorway = doors;
            vertx = loop;
        }
        RunningGateway gateway = new Assembly(options, loop, doors).start(target, listener);
        running.put(key, gateway);
        return gateway;
    }

    @Override
    public synchronized List<RunningGateway> running() {
        running.values().removeIf(gateway -> gateway.state() instanceof GatewayState.Stopped);
        return List.copyOf(running.values());
    }

    /** How many connections browsers and programs hold now. */
    synchronized int connections() {
        Doorway doors = doorway;
        return doors == null ? 0 : doors.open();
    }

    @Override
    public void close() {
        List<RunningGateway> all;
        Vertx loop;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(running.values());
            running.clear();
            loop = vertx;
            vertx = null;
        }
        all.forEach(RunningGateway::stop);
        if (loop == null) {
            return;
        }
        try {
            loop.close().await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("the gateways did not stop in time");
        }
        TicketFiles.leave(options.ticketFolder());
    }

    private static VertxOptions vertxOptions() {
        return new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(LOOKUPS).setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                // It would wake up every second to look for blocked threads.
                .setBlockedThreadCheckInterval(HOUR_MILLIS).setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }
}
