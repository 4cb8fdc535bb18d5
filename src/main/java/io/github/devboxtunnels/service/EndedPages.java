package io.github.devboxtunnels.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import io.github.devboxtunnels.api.DevboxPage;
import io.github.devboxtunnels.api.DevboxQuery;
import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.service.DevboxList.Ended;
import org.jspecify.annotations.Nullable;

/** Reads devboxes that had ended before we looked, page by page: first those shut down, then those that failed. */
final class EndedPages {

    private static final List<Kind> KINDS = List.of(Kind.SHUTDOWN, Kind.FAILURE);
    private static final int PAGE = 50;

    private final RunloopApi api;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Set<String> seen = new HashSet<>();
    private int kind;
    private @Nullable String cursor;

    EndedPages(RunloopApi api) {
        this.api = api;
    }

    /** Reads the next page and puts it on the board; does nothing while another thread does so. */
    void loadNext(Board board) throws InterruptedException {
        if (!oneAtATime.tryLock()) {
            return;
        }
        try {
            List<Devbox> page = nextRows();
            board.change(known -> known.with(added(known, page)));
        } catch (ProblemException e) {
            board.change(known -> {
                Ended ended = known.list().ended();
                return known.with(new Ended(ended.total(), ended.loaded(), ended.more(), e.problem()));
            });
        } finally {
            oneAtATime.unlock();
        }
    }

    private List<Devbox> nextRows() throws InterruptedException {
        List<Devbox> rows = List.of();
        while (rows.isEmpty() && kind < KINDS.size()) {
            DevboxPage page = api.list(new DevboxQuery(KINDS.get(kind), PAGE, cursor, false));
            rows = page.devboxes().stream().filter(devbox -> seen.add(devbox.id())).toList();
            if (page.more() && !rows.isEmpty()) {
                cursor = page.devboxes().getLast().id();
            } else {
                kind++;
                cursor = null;
            }
        }
        return rows;
    }

    /** Those that ended in view are shown among the living and not again. */
    private Ended added(Board.Known known, List<Devbox> page) {
        Set<String> inView = new HashSet<>();
        known.rows().devboxes().forEach(row -> inView.add(row.id()));
        List<Devbox> loaded = new ArrayList<>(known.list().ended().loaded());
        page.stream().filter(devbox -> !inView.contains(devbox.id())).forEach(loaded::add);
        return new Ended(known.list().ended().total(), loaded, kind < KINDS.size(), null);
    }
}
