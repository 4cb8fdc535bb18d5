package io.github.devboxtunnels.service;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;

import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Says when to read what. One tick is planned or under way at any time; each carries a ticket, so that one that was
 * called off too late knows it. A hidden window has no tick but those that read everything.
 */
final class Schedule {

    /** What a tick shall do. */
    enum Due {
        /** It was called off. */
        STALE,
        /** It only looked at the clocks. */
        NOTHING,
        /** The devboxes worth a look. */
        SOME,
        /** Every devbox. */
        ALL
    }

    /** Clocks drift and are adjusted a little; more than this is a computer that slept. */
    private static final Duration JUMP = Duration.ofSeconds(2);

    private final Timeline timeline;
    private final Pace pace;
    private final DoubleSupplier random;
    private final IntConsumer tick;

    private Timeline.@Nullable Scheduled planned;
    private Timeline.@Nullable Scheduled running;
    private int ticket;
    private boolean started;
    private boolean closed;
    private boolean showing = true;
    private boolean forced;
    private boolean busy;
    private boolean readingAll;
    private Pace.Outcome last = Pace.Outcome.NONE;
    private long lastEnd;
    private long nanos;
    private Instant wall = Instant.EPOCH;

    Schedule(Timeline timeline, Pace pace, DoubleSupplier random, IntConsumer tick) {
        this.timeline = timeline;
        this.pace = pace;
        this.random = random;
        this.tick = tick;
    }

    /** Plans the first full read, at once. */
    synchronized void start() {
        if (!started && !closed) {
            started = true;
            forced = true;
            lookAtClocks();
            plan();
        }
    }

    /**
     * Reads everything at once, unless that is under way or planned already. A server that asked to be left alone is
     * asked no more often than usual.
     */
    synchronized void refreshNow() {
        boolean tooSoon = last.retryAfter() != null && sinceLast().compareTo(pace.base()) < 0;
        if (!started || closed || forced || readingAll || tooSoon) {
            return;
        }
        forced = true;
        if (!busy) {
            plan();
        }
    }

    /** Tries again at once what failed; a long rest after a success is no reason to hurry. */
    synchronized void resume() {
        if (last.failures() > 0) {
            refreshNow();
        }
    }

    /** Whether the window shows. */
    synchronized void setShowing(boolean value) {
        boolean changed = showing != value;
        showing = value;
        if (changed && started && !closed && !busy) {
            plan();
        }
    }

    /** A tick begins; unless it is stale, {@link #finish} must follow. */
    synchronized Due begin(int itsTicket) {
        if (closed || busy || itsTicket != ticket) {
            return Due.STALE;
        }
        busy = true;
        running = planned;
        planned = null;
        boolean due = sinceLast().compareTo(pace.rest(last, showing)) >= 0;
        if (lookAtClocks() || forced || due) {
            forced = false;
            readingAll = true;
            return Due.ALL;
        }
        return showing && last.failures() == 0 ? Due.SOME : Due.NOTHING;
    }

    /** A full read succeeded; answers when the next one is due. */
    synchronized Instant succeeded(Duration took) {
        return ended(new Pace.Outcome(took, 0, null, 0));
    }

    /** Reading failed; answers when it is tried again. */
    synchronized Instant failed(@Nullable Duration retryAfter) {
        return ended(new Pace.Outcome(Duration.ZERO, last.failures() + 1, retryAfter, random.getAsDouble()));
    }

    /** How many reads in a row have failed. */
    synchronized int failures() {
        return last.failures();
    }

    /** The tick is over; the next one is planned. */
    synchronized void finish() {
        busy = false;
        readingAll = false;
        running = null;
        if (!closed) {
            plan();
        }
    }

    /** Plans nothing more and interrupts what is under way. */
    synchronized void close() {
        closed = true;
        if (planned != null) {
            planned.cancel();
        }
        if (running != null) {
            running.cancel();
        }
    }

    private Instant ended(Pace.Outcome outcome) {
        last = outcome;
        lastEnd = timeline.nanoTime();
        readingAll = false;
        return timeline.now().plus(pace.rest(last, showing));
    }

    private void plan() {
        if (planned != null) {
            planned.cancel();
        }
        int mine = ++ticket;
        planned = timeline.after(untilNext(), () -> tick.accept(mine));
    }

    private Duration untilNext() {
        if (forced) {
            return Duration.ZERO;
        }
        Duration left = pace.rest(last, showing).minus(sinceLast());
        Duration next = showing && left.compareTo(pace.between()) > 0 ? pace.between() : left;
        return next.isNegative() ? Duration.ZERO : next;
    }

    private Duration sinceLast() {
        return Duration.ofNanos(timeline.nanoTime() - lastEnd);
    }

    /** Whether the clocks went apart since the last look. */
    private boolean lookAtClocks() {
        long nanosNow = timeline.nanoTime();
        Instant wallNow = timeline.now();
        Duration apart = Duration.between(wall, wallNow).minusNanos(nanosNow - nanos).abs();
        nanos = nanosNow;
        wall = wallNow;
        return apart.compareTo(JUMP) > 0;
    }
}
