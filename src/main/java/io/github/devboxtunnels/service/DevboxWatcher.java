package io.github.devboxtunnels.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link DevboxList} true by reading it again and again, gently: everything every five seconds (a minute while
 * the window is hidden), after a long read with a rest of twenty times its duration, and in between the selected devbox
 * and those on their way. An error never stops it; it backs off to a minute. Safe for use from any thread; only the
 * methods that say so block.
 */
public final class DevboxWatcher implements AutoCloseable {

    private static final int AT_ONCE = 16;

    private final RunloopApi api;
    private final Timeline timeline;
    private final Schedule schedule;
    private final EndedPages endedPages;
    private final EndedCount endedCount;
    private final Board board = new Board();
    private final AtomicLong stamps = new AtomicLong();
    private volatile @Nullable String selected;
    private int turn;

    /** Watches the account of the given client; nothing is sent before {@link #start()}. */
    public DevboxWatcher(RunloopApi api, Timeline timeline) {
        this(api, timeline, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** The same with a source of jitter, 0 to 1. */
    DevboxWatcher(RunloopApi api, Timeline timeline, DoubleSupplier random) {
        this.api = api;
        this.timeline = timeline;
        this.schedule = new Schedule(timeline, Pace.GENTLE, random, this::tick);
        this.endedPages = new EndedPages(api);
        this.endedCount = new EndedCount(api, timeline);
    }

    /** Begins to read, in the background. */
    public void start() {
        schedule.start();
    }

    /** What is known now. */
    public DevboxList current() {
        return board.known().list();
    }

    /**
     * Hears of every change, one at a time and in order, on a background thread; what is known now it hears before this
     * returns, on the calling thread. A listener must not wait for another thread. Closing ends it.
     */
    public AutoCloseable subscribe(Consumer<DevboxList> listener) {
        return board.subscribe(listener);
    }

    /** Reads now, unless that is under way. */
    public void refreshNow() {
        schedule.refreshNow();
    }

    /** A person turned to the window: what could not be read is tried again now. */
    public void resume() {
        schedule.resume();
    }

    /** The devbox a person looks at, which is read more often; null for none. */
    public void select(@Nullable String id) {
        selected = id;
    }

    /** Whether the window shows; a hidden one is read seldom. */
    public void setShowing(boolean showing) {
        schedule.setShowing(showing);
    }

    /** Takes in what a call has just answered, so that it shows at once; reads that began earlier do not undo it. */
    public void accept(Devbox devbox) {
        takeIn(stamps.incrementAndGet(), devbox.id(), devbox);
    }

    /**
     * Reads one devbox now and takes it in; blocks.
     *
     * @throws ProblemException when it cannot be read; one that is unknown leaves the list
     */
    public Devbox read(String id) throws InterruptedException {
        long stamp = stamps.incrementAndGet();
        try {
            Devbox devbox = api.get(id);
            takeIn(stamp, id, devbox);
            return devbox;
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.NotFound) {
                takeIn(stamp, id, null);
            }
            throw e;
        }
    }

    /** Reads the next page of devboxes that had ended before; blocks; page or problem comes to the subscribers. */
    public void loadEnded() throws InterruptedException {
        endedPages.loadNext(board);
    }

    /** Ends everything: reads under way are interrupted, and no listener is called once this has returned. */
    @Override
    public void close() {
        schedule.close();
        endedCount.close();
        board.close();
    }

    private void takeIn(long stamp, String id, @Nullable Devbox devbox) {
        board.change(known -> known.with(known.rows().readOne(stamp, id, devbox)));
    }

    private void tick(int ticket) {
        Schedule.Due due = schedule.begin(ticket);
        if (due == Schedule.Due.STALE) {
            return;
        }
        try {
            switch (due) {
                case ALL -> readAll();
                case SOME -> readEach(board.known().rows().worthALook(selected, turn++, AT_ONCE));
                case NOTHING, STALE -> {
                }
            }
        } catch (ProblemException e) {
            failed(e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log().error("reading devboxes failed", e);
            failed(new Problem.Unexpected(e.getClass().getSimpleName()));
        } finally {
            schedule.finish();
        }
    }

    private void readAll() throws InterruptedException {
        board.change(Board.Known::reading);
        long stamp = stamps.incrementAndGet();
        FullRead read = FullRead.of(api);
        Instant next = schedule.succeeded(read.took());
        Instant now = timeline.now();
        board.change(known -> known.read(known.rows().readAll(stamp, read.found()), now, next));
        endedCount.update(board);
        readEach(board.known().rows().lacking(AT_ONCE));
    }

    private void readEach(List<String> ids) throws InterruptedException {
        if (ids.isEmpty()) {
            return;
        }
        long stamp = stamps.incrementAndGet();
        List<Callable<Optional<Optional<Devbox>>>> reads = new ArrayList<>();
        ids.forEach(id -> reads.add(() -> answer(id)));
        List<Optional<Optional<Devbox>>> answers = ParallelReads.all(reads);
        Map<String, Optional<Devbox>> clear = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            answers.get(i).ifPresent(answer -> clear.put(id, answer));
        }
        board.change(known -> known.with(known.rows().readSome(stamp, clear)));
    }

    /** The devbox, or that it is gone, or nothing when this one devbox gave no clear answer. */
    private Optional<Optional<Devbox>> answer(String id) throws InterruptedException {
        try {
            return Optional.of(Optional.of(api.get(id)));
        } catch (ProblemException e) {
            if (Doubt.ofEverything(e.problem())) {
                throw e;
            }
            return e.problem() instanceof Problem.NotFound ? Optional.of(Optional.empty()) : Optional.empty();
        }
    }

    private void failed(Problem problem) {
        Duration asked = problem instanceof Problem.SlowedDown(var _, Duration retryAfter) ? retryAfter : null;
        Instant next = schedule.failed(asked);
        int times = schedule.failures();
        board.change(known -> known.failed(problem, times, next));
    }

    private static Logger log() {
        return LoggerFactory.getLogger(DevboxWatcher.class);
    }
}
