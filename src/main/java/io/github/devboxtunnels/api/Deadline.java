package io.github.devboxtunnels.api;

import java.time.Duration;

import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/** Aborts a try when its time is up, whether headers or the body are outstanding. */
final class Deadline implements AutoCloseable {

    private final Timeline.Scheduled alarm;
    private @Nullable Runnable abort;
    private boolean passed;

    private Deadline(Timeline timeline, Duration timeout) {
        this.alarm = timeline.after(timeout, this::pass);
    }

    /** Begins now. */
    static Deadline begin(Timeline timeline, Duration timeout) {
        return new Deadline(timeline, timeout);
    }

    /** What to abort from now on, on another thread; at once when the time is up already. */
    void guard(Runnable next) {
        boolean late;
        synchronized (this) {
            abort = next;
            late = passed;
        }
        if (late) {
            next.run();
        }
    }

    /** Whether the time was up. */
    synchronized boolean passed() {
        return passed;
    }

    @Override
    public void close() {
        synchronized (this) {
            abort = null;
        }
        alarm.cancel();
    }

    private void pass() {
        Runnable now;
        synchronized (this) {
            passed = true;
            now = abort;
        }
        if (now != null) {
            now.run();
        }
    }
}
