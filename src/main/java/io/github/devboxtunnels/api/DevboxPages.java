package io.github.devboxtunnels.api;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Page after page of devboxes. The cursor is the id of the last devbox received.
 *
 * @param devboxes by id, in the server's order
 * @param took how long the pages took, see {@link DevboxPage#took}
 */
public record DevboxPages(Map<String, Devbox> devboxes, Duration took) {

    /** No devboxes, in no time. */
    public static final DevboxPages NONE = new DevboxPages(Map.of(), Duration.ZERO);

    /** Every devbox of a status, or of all when it is null, with pages as large as the server allows. */
    public static DevboxPages all(RunloopApi api, DevboxStatus.@Nullable Kind status)
            throws InterruptedException {
        return all(api, status, DevboxQuery.MAX_LIMIT);
    }

    /**
     * Every devbox of a status. A devbox that moved to a later page while we read
     * counts as the later page has it. A server that repeats a cursor ends the reading.
     *
     * @param status null for all
     * @param limit size of a page, 1 to 5000
     */
    public static DevboxPages all(RunloopApi api, DevboxStatus.@Nullable Kind status, int limit)
            throws InterruptedException {
        Map<String, Devbox> found = new LinkedHashMap<>();
        Set<String> cursors = new HashSet<>();
        String cursor = null;
        Duration took = Duration.ZERO;
        while (true) {
            DevboxPage page = api.list(new DevboxQuery(status, limit, cursor, false));
            took = took.plus(page.took());
            for (Devbox devbox : page.devboxes()) {
                found.put(devbox.id(), devbox);
            }
            if (!page.more() || page.devboxes().isEmpty()) {
                return new DevboxPages(found, took);
            }
            cursor = page.devboxes().getLast().id();
            if (!cursors.add(cursor)) {
                log().warn("the server repeats a page of devboxes, reading ends after {}", found.size());
                return new DevboxPages(found, took);
            }
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(DevboxPages.class);
    }
}
