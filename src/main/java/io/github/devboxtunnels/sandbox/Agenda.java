package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What is due later. Keeps one alarm of the timeline for all of it, since ten thousand devboxes have ten thousand idle
 * timers.
 */
final class Agenda implements AutoCloseable {

    private record Item(long due, long order, Runnable task) {
    }

    private final Timeline timeline;
    private final PriorityQueue<Item> items = new PriorityQueue<>(
            Comparator.comparingLong(Item::due).thenComparingLong(Item::order));
    private Timeline.@Nullable Scheduled alarm;
    private long alarmDue;
    private long orders;
    private boolean closed;

    Agenda(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Runs a task after a delay, on a thread of the timeline. */
    synchronized void after(Duration delay, Runnable task) {
        if (!closed) {
            items.add(new Item(timeline.nanoTime() + delay.toNanos(), orders++, task));
            arm();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        items.clear();
        disarm();
    }

    private void ring(long due) {
        for (Runnable task : takeDue(due)) {
            task.run();
        }
    }

    private synchronized List<Runnable> takeDue(long due) {
        List<Runnable> tasks = new ArrayList<>();
        if (alarm == null || alarmDue != due) {
            return tasks;
        }
        // The alarm rings now: cancelling it would interrupt the very thread that runs this.
        alarm = null;
        long now = timeline.nanoTime();
        for (Item next = items.peek(); next != null && next.due() <= now; next = items.peek()) {
            tasks.add(next.task());
            items.remove();
        }
        arm();
        return tasks;
    }

    private void arm() {
        Item first = items.peek();
        if (first == null || (alarm != null && alarmDue <= first.due())) {
            return;
        }
        disarm();
        long due = first.due();
        alarmDue = due;
        alarm = timeline.after(Duration.ofNanos(Math.max(0, due - timeline.nanoTime())), () -> ring(due));
    }

    private void disarm() {
        Timeline.Scheduled last = alarm;
        alarm = null;
        if (last != null) {
            last.cancel();
        }
    }
}
