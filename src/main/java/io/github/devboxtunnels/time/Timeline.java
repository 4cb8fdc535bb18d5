package io.github.devboxtunnels.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock and the scheduler. Everything that waits, ages or times out asks this one, so that tests replace it with
 * simulated time. Implementations are safe for use from any thread.
 */
public interface Timeline {

    /** A task that has been scheduled and may still be called off. */
    interface Scheduled {
        /** Calls the task off; does nothing when it has run already. A run under way is interrupted. */
        void cancel();
    }

    /** The wall clock, which may jump. */
    Instant now();

    /** Nanoseconds of a clock that never jumps; only differences mean something. */
    long nanoTime();

    /**
     * Blocks the calling thread.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;

    /** Runs a task once, on a background thread of its own, after a delay. */
    Scheduled after(Duration delay, Runnable task);
}
