package io.github.devboxtunnels.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import io.github.devboxtunnels.time.Timeline;

/**
 * Time that stands still until a test moves it. Tasks that fall due run on the thread that moves it, in order;
 * sleepers wake. Work that a test runs on its own thread moves the time by sleeping, see {@link #moveWhileSleeping}.
 */
public final class SimulatedTimeline implements Timeline {

    /** When every simulation begins, unless it is told otherwise. */
    public static final Instant START = Instant.parse("2026-11-24T14:00:00Z");

    private final List<Task> tasks = new ArrayList<>();
    private final Set<Thread> movers = ConcurrentHashMap.newKeySet();
    private Instant wall = START;
    private long nanos;
    private int sleepers;

    private record Task(long due, Runnable action) {
    }

    @Override
    public synchronized Instant now() {
        return wall;
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (movers.contains(Thread.currentThread())) {
            advance(duration);
        } else {
            sleepUntilMoved(duration);
        }
    }

    private synchronized void sleepUntilMoved(Duration duration) throws InterruptedException {
        long due = nanos + duration.toNanos();
        sleepers++;
        notifyAll();
        try {
            while (nanos < due) {
                wait();
            }
        } finally {
            sleepers--;
        }
    }

    @Override
    public synchronized Scheduled after(Duration delay, Runnable action) {
        Task task = new Task(nanos + delay.toNanos(), action);
        tasks.add(task);
        notifyAll();
        return () -> {
            synchronized (this) {
                tasks.remove(task);
            }
        };
    }

    /** Runs work on this thread. When it sleeps, it moves the time itself, for nobody else could. */
    public <T> T moveWhileSleeping(Callable<T> work) throws Exception {
        boolean outermost = movers.add(Thread.currentThread());
        try {
            return work.call();
        } finally {
            if (outermost) {
                movers.remove(Thread.currentThread());
            }
        }
    }

    /** Moves both clocks; everything that falls due on the way runs before this returns. */
    public void advance(Duration duration) {
        long end;
        synchronized (this) {
            end = nanos + duration.toNanos();
        }
        for (Optional<Task> next = nextUntil(end); next.isPresent(); next = nextUntil(end)) {
            next.get().action().run();
        }
        moveTo(end);
    }

    /** Sets the wall clock alone, as a user or a time server does. */
    public synchronized void jumpWallClock(Duration by) {
        wall = wall.plus(by);
    }

    /** How many tasks wait for their time. */
    public synchronized int scheduled() {
        return tasks.size();
    }

    /** How long until the next task; empty when none waits. */
    public synchronized Optional<Duration> nextIn() {
        return tasks.stream().mapToLong(Task::due).boxed().min(Comparator.naturalOrder())
                .map(due -> Duration.ofNanos(due - nanos));
    }

    /** How many threads sleep in simulated time now. */
    public synchronized int sleepers() {
        return sleepers;
    }

    private synchronized Optional<Task> nextUntil(long end) {
        Optional<Task> next = tasks.stream().filter(task -> task.due() <= end)
                .min(Comparator.comparingLong(Task::due));
        next.ifPresent(task -> {
            tasks.remove(task);
            moveTo(task.due());
        });
        return next;
    }

    /** A task may have moved the time further already, as a slow server does. */
    private synchronized void moveTo(long due) {
        long end = Math.max(nanos, due);
        wall = wall.plusNanos(end - nanos);
        nanos = end;
        notifyAll();
    }
}
