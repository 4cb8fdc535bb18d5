package io.github.devboxtunnels.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.github.devboxtunnels.api.DevboxPages;
import io.github.devboxtunnels.api.DevboxQuery;
import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;

/**
 * Reads every devbox that lives. One query for each live status, side by side, because an unfiltered list holds all
 * that ever ended (runloop-api 2.1), which may be thousands; transitional statuses answer with next to nothing. One
 * short unfiltered page beside them catches statuses that no filter of ours names: those of a newer API and the retired {@code scheduled}.
 *
 * <p>
 * The queries are no snapshot: a devbox that changes its status between two of them is found twice, and then its later
 * status counts, or not at all. So nothing may be concluded from a devbox missing here, see {@link DevboxMerge}.
 */
final class FullRead {

    private static final List<Kind> LIVE = List.of(Kind.RUNNING, Kind.SUSPENDED, Kind.RESUMING, Kind.SUSPENDING,
            Kind.QUEUED, Kind.PROVISIONING, Kind.INITIALIZING);
    private static final DevboxQuery GLANCE = new DevboxQuery(null, 100, null, false);

    private FullRead() {
    }

    /** What was found, by id; among it devboxes that have ended, as far as the glance happened to show them. */
    static Map<String, Devbox> of(RunloopApi api) throws InterruptedException {
        List<Callable<Map<String, Devbox>>> reads = new ArrayList<>();
        for (Kind kind : LIVE) {
            reads.add(() -> DevboxPages.all(api, kind));
        }
        reads.add(() -> glance(api));
        List<Map<String, Devbox>> parts = ParallelReads.all(reads);
        Map<String, Devbox> found = parts.getFirst();
        for (Map<String, Devbox> part : parts.subList(1, parts.size())) {
            part.forEach((id, devbox) -> found.merge(id, devbox, FullRead::later));
        }
        return found;
    }

    private static Map<String, Devbox> glance(RunloopApi api) throws InterruptedException {
        Map<String, Devbox> found = new LinkedHashMap<>();
        api.list(GLANCE).devboxes().forEach(devbox -> found.put(devbox.id(), devbox));
        return found;
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
