package io.github.devboxtunnels.service;

import java.util.function.Consumer;

import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.service.EnableOutcome.AlreadyOn;
import io.github.devboxtunnels.service.EnableOutcome.Enabled;
import io.github.devboxtunnels.service.EnableOutcome.Failed;
import io.github.devboxtunnels.service.EnableOutcome.NotRunning;
import io.github.devboxtunnels.service.EnableOutcome.SomebodyElse;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Enables and removes tunnels, and says what really happened. Neither call is idempotent, and an answer may be lost
 * after the server committed; so the devbox is read before and after, and the two are compared. No clock is asked what
 * is whose.
 */
public final class TunnelService {

    /** Where an attempt is. */
    public enum Step {
        /** The devbox is being resumed. */
        RESUMING,
        /** The tunnel is being enabled. */
        ENABLING
    }

    private final RunloopApi api;
    private final DevboxWatcher watcher;
    private final Resumption resumption;
    private final SecondLook secondLook;

    /** Results are handed to the watcher, so that they show at once. */
    public TunnelService(RunloopApi api, DevboxWatcher watcher, Timeline timeline) {
        this.api = api;
        this.watcher = watcher;
        this.resumption = new Resumption(api, watcher, timeline);
        this.secondLook = new SecondLook(watcher, timeline);
    }

    /**
     * Enables a tunnel; a suspended devbox is resumed first when asked. Blocks.
     *
     * @param resume whether to resume a suspended devbox
     * @param progress hears of each step, on the calling thread
     */
    public EnableOutcome enable(String id, TunnelSettings settings, boolean resume, Consumer<Step> progress)
            throws InterruptedException {
        Devbox before;
        try {
            before = watcher.read(id);
        } catch (ProblemException e) {
            return nothingSent(e.problem(), id, false);
        }
        if (before.tunnel() != null) {
            return new AlreadyOn(before);
        }
        if (before.status().running()) {
            progress.accept(Step.ENABLING);
            return enable(before, settings, false);
        }
        if (!resume || !Resumption.possible(before)) {
            return new NotRunning(before);
        }
        progress.accept(Step.RESUMING);
        Devbox awake;
        try {
            awake = resumption.run(before);
        } catch (ProblemException e) {
            return nothingSent(e.problem(), id, moved(id));
        }
        if (awake.tunnel() != null) {
            return new AlreadyOn(awake);
        }
        if (!awake.status().running()) {
            return new NotRunning(awake);
        }
        progress.accept(Step.ENABLING);
        return enable(awake, settings, true);
    }

    /**
     * Removes the tunnel; one that is gone already is a success. Blocks.
     *
     * @return the devbox without a tunnel
     * @throws ProblemException when it is still there, or nobody knows
     */
    public Devbox remove(String id) throws InterruptedException {
        try {
            api.removeTunnel(id);
        } catch (ProblemException e) {
            if (Doubt.nothingDone(e.problem())) {
                throw e;
            }
            Devbox after = secondLook.after(id, e.problem(), devbox -> devbox.tunnel() == null);
            if (after == null || after.tunnel() != null) {
                throw e;
            }
            return after;
        }
        Devbox known = known(id);
        return accepted((known == null ? watcher.read(id) : known).withTunnel(null));
    }

    private EnableOutcome enable(Devbox before, TunnelSettings asked, boolean resumed) throws InterruptedException {
        Tunnel made;
        try {
            made = api.enableTunnel(before.id(), asked);
        } catch (ProblemException e) {
            return afterFailure(e.problem(), before, asked, resumed);
        }
        Devbox after = accepted(before.withTunnel(made));
        if (made.authMode().authenticated() && made.token() == null) {
            after = readOr(after);
        }
        boolean exposed = asked.authMode().authenticated() && !made.authMode().authenticated();
        return exposed ? new SomebodyElse(after) : new Enabled(after);
    }

    /** There was no tunnel before; what is there now tells what the call has done. */
    private EnableOutcome afterFailure(Problem problem, Devbox before, TunnelSettings asked, boolean resumed)
            throws InterruptedException {
        if (Doubt.nothingDone(problem)) {
            return new Failed(problem, before, resumed);
        }
        Devbox after = secondLook.after(before.id(), problem, devbox -> devbox.tunnel() != null);
        if (after == null) {
            return new Failed(problem, null, resumed);
        }
        Tunnel tunnel = after.tunnel();
        if (tunnel != null) {
            return asAsked(after, tunnel, asked) ? new Enabled(after) : new SomebodyElse(after);
        }
        return problem instanceof Problem.Refused && !after.status().running()
                ? new NotRunning(after)
                : new Failed(problem, after, resumed);
    }

    /**
     * Whether a tunnel is what was asked for: what it is counts, not which words say so, and waking is not the tunnel's
     * where the devbox rules it.
     */
    public static boolean asAsked(Devbox devbox, Tunnel tunnel, TunnelSettings asked) {
        boolean wake = devbox.lifecycle().wakes(tunnel.wakeOnHttp()) == devbox.lifecycle().wakes(asked.wakeOnHttp());
        return tunnel.authMode().authenticated() == asked.authMode().authenticated()
                && tunnel.keepAlive() == asked.keepAlive() && wake;
    }

    /** The tunnel's call was never made, so what was known before still holds. */
    private Failed nothingSent(Problem problem, String id, boolean resumed) {
        Devbox known = known(id);
        return new Failed(problem, known == null || known.tunnel() != null ? null : known, resumed);
    }

    private boolean moved(String id) {
        Devbox known = known(id);
        return known != null && !known.status().suspended();
    }

    private Devbox readOr(Devbox devbox) throws InterruptedException {
        try {
            return watcher.read(devbox.id());
        } catch (ProblemException e) {
            return devbox;
        }
    }

    private @Nullable Devbox known(String id) {
        return watcher.current().devboxes().stream().filter(devbox -> devbox.id().equals(id)).findFirst()
                .orElse(null);
    }

    private Devbox accepted(Devbox devbox) {
        watcher.accept(devbox);
        return devbox;
    }
}
