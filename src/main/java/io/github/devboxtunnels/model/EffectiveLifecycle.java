package io.github.devboxtunnels.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What will really end, suspend or wake a devbox, merged from its launch parameters and its tunnel (runloop-api 2.9,
 * 3.4): an idle policy beats the lifetime, and the launch parameter for waking beats the tunnel's. Not text: the UI
 * turns it into words.
 *
 * @param end what ends or suspends it by itself
 * @param trafficKeepsAwake whether traffic through the tunnel restarts the idle timer
 * @param visitWakes whether a request through the tunnel resumes it while it is suspended
 * @param devboxRulesWake whether the devbox decides that, so that the tunnel's own setting counts for nothing
 * @param tunnel whether there is a tunnel, or one is being thought about; without one nobody can visit
 */
public record EffectiveLifecycle(End end, boolean trafficKeepsAwake, boolean visitWakes, boolean devboxRulesWake,
        boolean tunnel) {

    /** What ends or suspends a devbox by itself. */
    public sealed interface End {
    }

    /**
     * It does so after a time without activity.
     *
     * @param after time without activity
     * @param then what happens then
     */
    public record WhenIdle(Duration after, Lifecycle.OnIdle then) implements End {
    }

    /**
     * It ends for good, busy or not.
     *
     * @param after since it was started
     */
    public record AfterLifetime(Duration after) implements End {
    }

    /** The API said nothing; documented defaults contradict each other, so nothing is claimed. */
    public record Unsaid() implements End {
    }

    /** With a tunnel of these settings; null without a tunnel. */
    public static EffectiveLifecycle of(Lifecycle lifecycle, @Nullable TunnelSettings tunnel) {
        boolean keepAlive = tunnel != null && tunnel.keepAlive() && lifecycle.idle() != null;
        boolean wakes = tunnel != null && lifecycle.wakes(tunnel.wakeOnHttp());
        return new EffectiveLifecycle(end(lifecycle), keepAlive, wakes, lifecycle.wakeOnHttp() != null,
                tunnel != null);
    }

    /** As the devbox is now. */
    public static EffectiveLifecycle of(Devbox devbox) {
        Tunnel tunnel = devbox.tunnel();
        return of(devbox.lifecycle(), tunnel == null ? null : tunnel.settings());
    }

    /** Whether keep-alive changes anything: only where an idle policy exists. */
    public boolean keepAliveMatters() {
        return end instanceof WhenIdle;
    }

    /** Whether it sleeps by itself; any running devbox can still be suspended by a person. */
    public boolean suspendsByItself() {
        return end instanceof WhenIdle(Duration _, Lifecycle.OnIdle then) && then == Lifecycle.OnIdle.SUSPEND;
    }

    private static End end(Lifecycle lifecycle) {
        Lifecycle.Idle idle = lifecycle.idle();
        if (idle != null) {
            return new WhenIdle(idle.after(), idle.then());
        }
        Duration lifetime = lifecycle.maxLifetime();
        return lifetime == null ? new Unsaid() : new AfterLifetime(lifetime);
    }
}
