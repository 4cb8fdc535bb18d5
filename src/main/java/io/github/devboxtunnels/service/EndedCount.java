package io.github.devboxtunnels.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import io.github.devboxtunnels.api.DevboxQuery;
import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.service.DevboxList.Ended;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the devboxes that had ended before we looked: once, and again after one has ended in view. Counting is costly
 * for the server (runloop-api 2.1), so it runs aside and nothing waits for it.
 */
final class EndedCount {

    private static final Integer UNSAID = -1;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final RunloopApi api;
    private final Timeline timeline;
    private Timeline.@Nullable Scheduled counting;
    private long countedAt = -1;
    private @Nullable Long failedAt;
    private boolean closed;

    EndedCount(RunloopApi api, Timeline timeline) {
        this.api = api;
        this.timeline = timeline;
    }

    /** Counts soon, when there is a reason to. */
    synchronized void update(Board board) {
        long inView = board.known().rows().ended();
        boolean resting = failedAt != null
                && Duration.ofNanos(timeline.nanoTime() - failedAt).compareTo(PAUSE_AFTER_FAILURE) < 0;
        if (!closed && counting == null && inView != countedAt && !resting) {
            counting = timeline.after(Duration.ZERO, () -> count(board, inView));
        }
    }

    /** Interrupts a count under way. */
    synchronized void close() {
        closed = true;
        if (counting != null) {
            counting.cancel();
        }
    }

    private void count(Board board, long inView) {
        try {
            Integer total = total(inView);
            board.change(known -> {
                Ended ended = known.list().ended();
                return known.with(new Ended(total, ended.loaded(), ended.more(), ended.problem()));
            });
            counted(inView, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log().debug("ended devboxes not counted", e);
            counted(-1, timeline.nanoTime());
        }
    }

    private synchronized void counted(long inView, @Nullable Long failure) {
        counting = null;
        countedAt = inView;
        failedAt = failure;
    }

    /** Without those in view, which are shown among the living. */
    private @Nullable Integer total(long inView) throws InterruptedException {
        List<Callable<Integer>> counts = List.of(() -> count(Kind.SHUTDOWN), () -> count(Kind.FAILURE));
        List<Integer> totals = ParallelReads.all(counts);
        return totals.contains(UNSAID) ? null : (int) Math.max(0, totals.get(0) + totals.get(1) - inView);
    }

    private Integer count(Kind kind) throws InterruptedException {
        Integer total = api.list(new DevboxQuery(kind, 0, null, true)).total();
        return total == null ? UNSAID : total;
    }

    private static Logger log() {
        return LoggerFactory.getLogger(EndedCount.class);
    }
}
