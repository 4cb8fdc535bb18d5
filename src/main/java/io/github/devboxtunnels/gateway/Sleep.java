package io.github.devboxtunnels.gateway;

import java.time.Duration;

import io.github.devboxtunnels.time.Timeline;

/**
 * Keeps a devbox asleep: while it is not running, only a person's click lets one request through, and pages wait a
 * minute at most.
 */
final class Sleep {

    /** Seconds after which a program may ask again. */
    static final String RETRY_AFTER = "5";

    /** How long a page waits by itself, and how long a click is good for. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Timeline timeline;
    private boolean clicked;
    private long clickedAt;
    private boolean waiting;
    private long waitingSince;

    Sleep(Timeline timeline) {
        this.timeline = timeline;
    }

    /** A person pressed Open, or Wake on the page. */
    void click() {
        clicked = true;
        clickedAt = timeline.nanoTime();
        waiting = false;
    }

    /** Whether a click is still good. */
    boolean clicked() {
        return clicked && within(clickedAt);
    }

    /** Takes the click, once; from now on pages wait. */
    boolean takeClick() {
        boolean good = clicked();
        clicked = false;
        if (good) {
            waiting = true;
            waitingSince = timeline.nanoTime();
        }
        return good;
    }

    /** Begins to wait for something that is under way already, unless it waits. */
    void await() {
        if (!waiting) {
            waiting = true;
            waitingSince = timeline.nanoTime();
        }
    }

    /** Whether pages wait. */
    boolean waiting() {
        return waiting;
    }

    /** Whether they have waited long enough. */
    boolean late() {
        return waiting && !within(waitingSince);
    }

    /** It runs; the next sleep begins from the beginning. A click on Open a moment ago was for this. */
    void over() {
        waiting = false;
        clicked = false;
    }

    private boolean within(long since) {
        return timeline.nanoTime() - since <= PATIENCE.toNanos();
    }
}
