package io.github.devboxtunnels.app;

import java.time.Duration;
import java.time.Instant;

import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.time.Timeline;

/** Simulated time whose tasks run as in real life: each on a thread of its own. */
record BackgroundTimeline(SimulatedTimeline time) implements Timeline {

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        time.sleep(duration);
    }

    @Override
    public Scheduled after(Duration delay, Runnable task) {
        return time.after(delay, () -> Thread.ofVirtual().start(task));
    }
}
