package io.github.devboxtunnels.api;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

/** Whether a failed try is followed by another one, and when. */
final class RetryPolicy {

    /** Longest wait that is slept; a longer one is reported, so that a person learns of it. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    /** Fewer than the five of the official clients, because somebody waits for the answer. */
    static final int REPEATS = 2;

    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(60);
    private static final double JITTER = 0.25;
    /** No try begins later than this: one that timed out is repeated once. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final DoubleSupplier random;

    /** The supplier gives numbers from 0 to 1. */
    RetryPolicy(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * How long to wait before the next try; empty when there is none.
     *
     * @param tried how many repeats there have been
     * @param elapsed since the first try began
     */
    Optional<Duration> next(ApiCall.Repeat repeat, Attempt<?> attempt, int tried, Duration elapsed) {
        if (tried >= REPEATS) {
            return Optional.empty();
        }
        Optional<Duration> wait = switch (attempt) {
            case Attempt.Done<?> done -> Optional.empty();
            case Attempt.Answered<?> answered -> afterAnswer(repeat, answered, tried);
            case Attempt.Broken<?> broken -> (repeat == ApiCall.Repeat.ACTION ? broken.refused() : broken.again())
                    ? Optional.of(backoff(tried))
                    : Optional.empty();
        };
        return wait.filter(w -> w.compareTo(LONGEST_WAIT) <= 0 && elapsed.plus(w).compareTo(PATIENCE) <= 0);
    }

    private Optional<Duration> afterAnswer(ApiCall.Repeat repeat, Attempt.Answered<?> answered, int tried) {
        int status = answered.status();
        @Nullable
        Duration asked = answered.retryAfter();
        if (repeat == ApiCall.Repeat.ACTION) {
            boolean untouched = (status == 429 || status == 503) && !Boolean.FALSE.equals(answered.shouldRetry());
            return untouched ? Optional.ofNullable(asked) : Optional.empty();
        }
        if (repeat == ApiCall.Repeat.POLL && status == 408) {
            return Optional.empty();
        }
        boolean worthIt = status == 408 || status == 409 || status == 429 || status >= 500;
        Boolean told = answered.shouldRetry();
        return (told == null ? worthIt : told) ? Optional.of(asked == null ? backoff(tried) : asked) : Optional.empty();
    }

    /** The official clients' own: doubled each time up to a minute, less a quarter at random. */
    Duration backoff(int tried) {
        Duration full = FIRST_BACKOFF.multipliedBy(1L << Math.min(tried, 10));
        Duration bounded = full.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : full;
        return Duration.ofNanos((long) (bounded.toNanos() * (1 - random.getAsDouble() * JITTER)));
    }
}
