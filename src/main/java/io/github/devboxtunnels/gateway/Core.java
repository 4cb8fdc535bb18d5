package io.github.devboxtunnels.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.devboxtunnels.gateway.GatewayState.StopReason;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.time.Timeline;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of a gateway: what is known of devbox and tunnel, and what follows from it. Changed on the event loop. */
final class Core {

    private static final Logger LOG = LoggerFactory.getLogger(Core.class);
    private static final long STOP_SECONDS = 2;
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(250);

    private final GatewayTarget start;
    private final String here;
    private final Timeline timeline;
    private final Context loop;
    private final RequestLog log;
    private final Sleep sleep;
    private final Knowledge knowledge;
    private final GatewayListener listener;
    private final Promise<Void> stopped = Promise.promise();
    private volatile GatewayState state = new GatewayState.Running();
    private volatile Devbox devbox;
    private volatile Target target;
    private @Nullable Target suspect;
    private boolean reporting;
    private @Nullable RunningGateway face;
    private @Nullable Closing closing;

    /** Lets go of everything a gateway holds. */
    interface Closing {
        Future<Void> close();
    }

    Core(GatewayTarget start, Target target, String here, GatewayOptions options, Context loop, RequestLog log,
            Sleep sleep, GatewayListener listener) {
        this.start = start;
        this.here = here;
        this.timeline = options.timeline();
        this.loop = loop;
        this.log = log;
        this.sleep = sleep;
        this.listener = listener;
        this.devbox = start.devbox();
        this.target = target;
        this.knowledge = new Knowledge(start.devbox().id(), options.reader(), timeline, this::execute, this::learned);
    }

    /** Ties the knots that only the finished parts can tie. */
    void complete(RunningGateway gateway, Closing close) {
        face = gateway;
        closing = close;
    }

    String devboxId() {
        return start.devbox().id();
    }

    int port() {
        return start.port();
    }

    /** Our origin, without a slash at the end. */
    String here() {
        return here;
    }

    Target target() {
        return target;
    }

    Devbox devbox() {
        return devbox;
    }

    GatewayState state() {
        return state;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    /** An address of the service here; what a URL cannot carry is percent-encoded. */
    URI address(String path) {
        return URI.create(here + AddressTemplate.encoded(path));
    }

    /** Runs a task on the event loop; never, once that is gone. */
    void execute(Runnable task) {
        try {
            loop.runOnContext(turn -> task.run());
        } catch (RejectedExecutionException e) {
            LOG.debug("the gateways are closed");
        }
    }

    /** Takes what the API said; null for no such devbox. */
    void learned(@Nullable Devbox read) {
        if (state instanceof GatewayState.Stopped) {
            return;
        }
        knowledge.fresh();
        if (read == null || read.status().ended()) {
            end(StopReason.DEVBOX_GONE);
            return;
        }
        Tunnel tunnel = read.tunnel();
        if (tunnel == null) {
            end(StopReason.TUNNEL_GONE);
            return;
        }
        Target next = same(tunnel) ? target : Target.of(tunnel, start.port(), start.addresses());
        if (next == null) {
            end(StopReason.NO_TOKEN);
            return;
        }
        devbox = read;
        move(next);
        if (read.status().running()) {
            sleep.over();
        } else {
            log.underWay().stream().filter(exchange -> !exchange.waking()).forEach(Exchange::cut);
        }
    }

    private boolean same(Tunnel tunnel) {
        return !tunnel.open() && tunnel.key().equals(target.tunnel().key())
                && Objects.equals(target.token(), tunnel.token());
    }

    private void move(Target next) {
        boolean replaced = !next.equals(target);
        boolean refused = state instanceof GatewayState.TokenRefused;
        target = next;
        if (replaced) {
            suspect = null;
            tell((to, gateway) -> to.tunnelReplaced(gateway));
            if (refused) {
                become(new GatewayState.Running());
            }
        } else if (next.equals(suspect) && !refused) {
            become(new GatewayState.TokenRefused());
        }
    }

    /** The tunnel itself said that it does not take the token; whether that is news is for the API to say. */
    void suspect(Target refusing) {
        // A refusal may come late, when another tunnel has taken the place of the one that sent it.
        if (refusing.equals(target)) {
            suspect = refusing;
        }
    }

    /** A tunnel took the token. */
    void trust(Target accepting) {
        if (accepting.equals(suspect)) {
            suspect = null;
        }
    }

    private void become(GatewayState next) {
        state = next;
        tell((to, gateway) -> to.stateChanged(gateway, next));
    }

    /** Stops for good. */
    void end(StopReason reason) {
        if (state instanceof GatewayState.Stopped) {
            return;
        }
        become(new GatewayState.Stopped(reason));
        Closing how = closing;
        if (how == null) {
            stopped.complete();
        } else {
            how.close().onComplete(done -> stopped.complete());
        }
    }

    /** Stops and waits for it, unless it is called on the event loop itself. */
    void stop() {
        execute(() -> end(StopReason.ASKED));
        if (Context.isOnEventLoopThread()) {
            return;
        }
        try {
            stopped.future().await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("a gateway did not stop in time");
        }
    }

    /** Something in the list or in the counts is new. */
    void changed() {
        if (!reporting) {
            reporting = true;
            timeline.after(BETWEEN_REPORTS, () -> execute(() -> {
                reporting = false;
                tell((to, gateway) -> to.activityChanged(gateway));
            }));
        }
    }

    /** What is told to a listener. */
    interface News {
        void tell(GatewayListener listener, RunningGateway gateway);
    }

    void tell(News news) {
        RunningGateway gateway = face;
        if (gateway == null) {
            return;
        }
        try {
            news.tell(listener, gateway);
        } catch (RuntimeException e) {
            LOG.warn("a listener of a gateway failed", e);
        }
    }
}
