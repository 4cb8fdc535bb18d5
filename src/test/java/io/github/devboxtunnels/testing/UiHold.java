package io.github.devboxtunnels.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import javafx.application.Platform;

/**
 * How long the UI thread is held: something is put into its queue every millisecond, and the longest wait until it runs
 * is kept. Layout, painting and garbage collection are in it.
 */
public final class UiHold implements AutoCloseable {

    private static final long EVERY_NANOS = 1_000_000;
    /** Looked up once: that takes a tenth of what the UI thread works. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong busiest = new AtomicLong();
    private long worked = -1;
    private final Thread prober = new Thread(this::probe, "ui-hold");

    private UiHold() {
        prober.setDaemon(true);
        prober.start();
    }

    /** Begins to measure. */
    public static UiHold measure() {
        return new UiHold();
    }

    /** The longest hold since the last time this was asked. */
    public Duration longest() {
        return Duration.ofNanos(longest.getAndSet(0));
    }

    /**
     * The most the UI thread itself worked between two of the probes since the last time this was asked: without what
     * other threads and processes took from it, and without garbage collection.
     */
    public Duration busiest() {
        return Duration.ofNanos(busiest.getAndSet(0));
    }

    @Override
    public void close() throws InterruptedException {
        running.set(false);
        prober.join();
    }

    private void probe() {
        while (running.get()) {
            CountDownLatch ran = new CountDownLatch(1);
            long asked = System.nanoTime();
            long[] done = new long[1];
            Platform.runLater(() -> {
                done[0] = System.nanoTime();
                long now = THREADS.getCurrentThreadCpuTime();
                busiest.accumulateAndGet(worked < 0 ? 0 : now - worked, Math::max);
                worked = now;
                ran.countDown();
            });
            try {
                ran.await();
            } catch (InterruptedException e) {
                return;
            }
            longest.accumulateAndGet(done[0] - asked, Math::max);
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }
}
