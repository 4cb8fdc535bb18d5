package io.github.devboxtunnels.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What ends or suspends a devbox, as its launch parameters say.
 *
 * @param idle what happens without activity; null when nothing does
 * @param maxLifetime how long it lives at most; counts only without an idle policy; null when not said
 * @param wakeOnHttp whether requests resume it, over the tunnel's own setting; null when the tunnel decides
 */
public record Lifecycle(@Nullable Idle idle, @Nullable Duration maxLifetime, @Nullable Boolean wakeOnHttp) {

    /** Nothing said. */
    public static final Lifecycle NONE = new Lifecycle(null, null, null);

    /** What happens after a time without activity. */
    public enum OnIdle {
        /** It ends. */
        SHUTDOWN,
        /** It sleeps. */
        SUSPEND
    }

    /**
     * An idle policy.
     *
     * @param after time without activity
     * @param then what happens then
     */
    public record Idle(Duration after, OnIdle then) {
    }

    /** Whether a request through the tunnel wakes the devbox: the launch parameter wins over the tunnel's setting. */
    public boolean wakes(boolean tunnelWakeOnHttp) {
        Boolean ruled = wakeOnHttp;
        return ruled == null ? tunnelWakeOnHttp : ruled;
    }
}
