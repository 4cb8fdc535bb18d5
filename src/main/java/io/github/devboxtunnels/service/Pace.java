package io.github.devboxtunnels.service;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How long to rest between two full reads. Pure.
 *
 * @param base while the window shows
 * @param between from one look at single devboxes to the next, while the window shows
 * @param hidden while it does not
 * @param slowest longest wait after failures
 */
record Pace(Duration base, Duration between, Duration hidden, Duration slowest) {

    /** As the product promises. */
    static final Pace GENTLE = new Pace(Duration.ofSeconds(5), Duration.ofMillis(2500), Duration.ofSeconds(60),
            Duration.ofSeconds(60));

    /** A read of one second is followed by a rest of at least so many. */
    private static final int REST_FACTOR = 20;
    /** A server may ask for any wait; longer than this it is not believed. */
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(5);
    private static final double SPREAD = 0.25;

    /**
     * How the last full read went.
     *
     * @param took how long it lasted
     * @param failures how many have failed in a row; 0 when the last did not
     * @param retryAfter the wait the server asked for; null when it did not
     * @param jitter 0 to 1
     */
    record Outcome(Duration took, int failures, @Nullable Duration retryAfter, double jitter) {

        /** Nothing was read yet. */
        static final Outcome NONE = new Outcome(Duration.ZERO, 0, null, 0);
    }

    /** How long to rest after such a read. */
    Duration rest(Outcome last, boolean showing) {
        Duration least = showing ? Duration.ZERO : hidden;
        if (last.failures() == 0) {
            return longer(longer(least, base), last.took().multipliedBy(REST_FACTOR));
        }
        Duration asked = last.retryAfter() == null ? Duration.ZERO : last.retryAfter();
        return longer(longer(least, backoff(last)), shorter(asked, LONGEST_ASKED));
    }

    private Duration backoff(Outcome last) {
        Duration doubled = base.multipliedBy(1L << Math.min(last.failures() - 1, 20));
        long nanos = shorter(doubled, slowest).toNanos();
        return Duration.ofNanos((long) (nanos * (1 - SPREAD * last.jitter())));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
