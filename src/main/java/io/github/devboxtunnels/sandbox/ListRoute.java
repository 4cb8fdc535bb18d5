package io.github.devboxtunnels.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Pages of devboxes, in the order they were made. What a caller gets who takes gzip is kept until any devbox changes.
 */
final class ListRoute implements OperationHandler {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 5000;
    private static final int KEPT = 16;
    private static final int TYPICAL_SIZE = 1024;

    private record Query(@Nullable Kind status, int limit, @Nullable String after, boolean count) {
    }

    private final Fleet fleet;
    private final DevboxJson json;
    private final Map<Query, Answer> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Query, Answer> eldest) {
            return size() > KEPT;
        }
    };
    private long keptVersion;

    ListRoute(Fleet fleet, DevboxJson json) {
        this.fleet = fleet;
        this.json = json;
    }

    @Override
    public Future<Answer> handle(Call call) {
        Query query = new Query(status(call), call.number("limit", DEFAULT_LIMIT, 0, MOST),
                call.parameter("starting_after"), call.flag("include_total_count", true));
        synchronized (fleet) {
            return Future.succeededFuture(call.gzip() ? compressed(query) : Answer.json(page(query)));
        }
    }

    private Answer compressed(Query query) {
        if (keptVersion != fleet.version()) {
            kept.clear();
            keptVersion = fleet.version();
        }
        return kept.computeIfAbsent(query, asked -> {
            Buffer plain = page(asked);
            return plain.length() < Gzip.WORTHWHILE
                    ? Answer.json(plain)
                    : Answer.json(Gzip.compress(plain)).with("content-encoding", "gzip");
        });
    }

    private Buffer page(Query query) {
        Buffer page = Buffer.buffer(TYPICAL_SIZE * Math.min(query.limit() + 1, fleet.size() + 1))
                .appendString("{\"devboxes\":[");
        int taken = 0;
        boolean more = false;
        for (DevboxState devbox : fleet.from(start(query.after()))) {
            if (!matches(devbox, query.status())) {
                continue;
            }
            if (taken == query.limit()) {
                more = true;
                break;
            }
            if (taken++ > 0) {
                page.appendByte((byte) ',');
            }
            page.appendBuffer(devbox.encoded(json));
        }
        page.appendString("],\"has_more\":" + more);
        if (query.count()) {
            page.appendString(",\"total_count\":" + count(query.status()));
        }
        return page.appendString("}");
    }

    private int start(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        DevboxState last = fleet.find(after);
        if (last == null) {
            throw ApiException.badRequest("starting_after names no devbox");
        }
        return last.position() + 1;
    }

    private long count(@Nullable Kind status) {
        return status == null
                ? fleet.size()
                : fleet.from(0).stream().filter(devbox -> devbox.is(status)).count();
    }

    private static boolean matches(DevboxState devbox, @Nullable Kind status) {
        return status == null || devbox.is(status);
    }

    private static @Nullable Kind status(Call call) {
        String word = call.parameter("status");
        if (word == null) {
            return null;
        }
        Kind kind = DevboxJson.kind(word);
        if (kind == null) {
            throw ApiException.badRequest("There is no such status");
        }
        return kind;
    }
}
