package io.github.devboxtunnels.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Real time, on virtual threads. */
public final class SystemTimeline implements Timeline {

    private final Clock clock = Clock.systemUTC();

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    @Override
    public Scheduled after(Duration delay, Runnable task) {
        Thread thread = Thread.ofVirtual().name("after-" + delay).start(() -> {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                return;
            }
            task.run();
        });
        return thread::interrupt;
    }
}
