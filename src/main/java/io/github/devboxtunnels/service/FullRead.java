package io.github.devboxtunnels.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.github.devboxtunnels.api.DevboxPage;
import io.github.devboxtunnels.api.DevboxPages;
import io.github.devboxtunnels.api.DevboxQuery;
import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;

/**
 * Reads every devbox that lives. One query for each live status, side by side, because an unfiltered list holds all
 * that ever ended (runloop-api 2.1), which may be thousands; transitional statuses answer with next to nothing. One
 * short unfiltered page beside them catches statuses that no filter of ours names: those of a newer API and the retired {@code scheduled}.
 *
 * <p>
 * The queries are no snapshot: a devbox that changes its status between two of them is found twice, and then its later
 * status counts, or not at all. So nothing may be concluded from a devbox missing here, see {@link DevboxMerge}.
 *
 * @param found by id; among it devboxes that have ended, as far as the glance happened to show them
 * @param took how long the longest of the queries took, without tries that failed and the pauses after them
 */
record FullRead(Map<String, Devbox> found, Duration took) {

    private static final List<Kind> AT_REST = List.of(Kind.RUNNING, Kind.SUSPENDED);
    private static final List<Kind> MOVING = List.of(Kind.RESUMING, Kind.SUSPENDING, Kind.QUEUED, Kind.PROVISIONING,
            Kind.INITIALIZING);
    private static final DevboxQuery GLANCE = new DevboxQuery(null, 100, null, false);

    /** Reads. */
    static FullRead of(RunloopApi api) throws InterruptedException {
        List<Callable<DevboxPages>> reads = new ArrayList<>();
        AT_REST.forEach(kind -> reads.add(() -> DevboxPages.all(api, kind)));
        MOVING.forEach(kind -> reads.add(() -> moving(api, kind)));
        reads.add(() -> glance(api));
        List<DevboxPages> parts = ParallelReads.all(reads);
        Map<String, Devbox> found = parts.getFirst().devboxes();
        for (DevboxPages part : parts.subList(1, parts.size())) {
            part.devboxes().forEach((id, devbox) -> found.merge(id, devbox, FullRead::later));
        }
        return new FullRead(found, parts.stream().map(DevboxPages::took).max(Duration::compareTo).orElseThrow());
    }

    /** A server of another age may not know the word, and then has no such devbox. */
    private static DevboxPages moving(RunloopApi api, Kind kind) throws InterruptedException {
        try {
            return DevboxPages.all(api, kind);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Refused) {
                return DevboxPages.NONE;
            }
            throw e;
        }
    }

    private static DevboxPages glance(RunloopApi api) throws InterruptedException {
        Map<String, Devbox> found = new LinkedHashMap<>();
        DevboxPage page = api.list(GLANCE);
        page.devboxes().forEach(devbox -> found.put(devbox.id(), devbox));
        return new DevboxPages(found, page.took());
    }

    private static Devbox later(Devbox one, Devbox other) {
        if (one.status().ended() != other.status().ended()) {
            return one.status().ended() ? one : other;
        }
        Instant since = one.statusSince();
        Instant otherSince = other.statusSince();
        return since != null && otherSince != null && otherSince.isAfter(since) ? other : one;
    }
}
