package io.github.devboxtunnels.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.github.devboxtunnels.time.Timeline;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address of a tunnel as the system does, so that a change of network or VPN counts: Vert.x would ask the name
 * servers of the moment it was made. Used on the event loop.
 */
final class UpstreamAddress {

    /** How long an answer is used before another is asked for beside the requests. */
    private static final Duration FRESH = Duration.ofSeconds(30);
    /** How long it is used at all without another; after a pause the network may be a different one. */
    private static final Duration USABLE = Duration.ofMinutes(5);
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final Names names;
    private final Aside aside;
    private final Timeline timeline;
    private String name = "";
    private @Nullable InetAddress address;
    private @Nullable InetAddress unreachable;
    private long foundAt;
    private @Nullable Future<InetAddress> lookup;

    /** The system's names; blocks. */
    @FunctionalInterface
    interface Names {
        InetAddress[] find(String name) throws UnknownHostException;
    }

    /** Runs what blocks elsewhere, and gives the outcome on the event loop. */
    @FunctionalInterface
    interface Aside {
        Future<InetAddress[]> run(Callable<InetAddress[]> blocking);
    }

    UpstreamAddress(Names names, Aside aside, Timeline timeline) {
        this.names = names;
        this.aside = aside;
        this.timeline = timeline;
    }

    /** Where a host is, at once when that is known. */
    Future<InetAddress> of(String host) {
        if (host.toLowerCase(Locale.ROOT).endsWith(".localhost")) {
            // Plain Debian does not know such names, and nobody else may answer for them.
            return Future.succeededFuture(LOOPBACK);
        }
        if (!host.equals(name)) {
            name = host;
            address = null;
            lookup = null;
        }
        InetAddress known = address;
        long age = timeline.nanoTime() - foundAt;
        if (known == null || age >= USABLE.toNanos()) {
            return find();
        }
        if (age >= FRESH.toNanos()) {
            var _ = find();
        }
        return Future.succeededFuture(known);
    }

    /** No connection could be made there. */
    void failed(InetAddress tried) {
        if (tried.equals(address)) {
            unreachable = tried;
            address = null;
        }
    }

    private Future<InetAddress> find() {
        Future<InetAddress> going = lookup;
        if (going != null) {
            return going;
        }
        String asked = name;
        Promise<InetAddress> promise = Promise.promise();
        Future<InetAddress> begun = promise.future();
        lookup = begun;
        aside.run(() -> names.find(asked)).onComplete(found -> {
            boolean current = begun.equals(lookup);
            if (current) {
                lookup = null;
            }
            InetAddress known = address;
            if (found.succeeded()) {
                promise.complete(current ? keep(found.result()) : found.result()[0]);
            } else if (current && known != null) {
                promise.complete(known);
            } else {
                promise.fail(found.cause());
            }
        });
        return begun;
    }

    private InetAddress keep(InetAddress[] found) {
        List<InetAddress> all = Arrays.asList(found);
        InetAddress known = address;
        // The same one for as long as it is good: connections are kept by address.
        InetAddress chosen = known != null && all.contains(known)
                ? known
                : all.stream().filter(each -> !each.equals(unreachable)).findFirst().orElse(all.getFirst());
        address = chosen;
        foundAt = timeline.nanoTime();
        return chosen;
    }
}
