package io.github.devboxtunnels.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * First results by request id: a call that is repeated under the id of its first try gets the answer of the first.
 * Whether the real service does so is unknown; it is harmless and makes repeating testable.
 */
final class Replays {

    private static final int KEPT = 4096;
    /** Answers that ask to come again are no results. */
    private static final Set<Integer> PASSING = Set.of(408, 409, 429);

    private final Map<String, Future<Answer>> first = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Future<Answer>> eldest) {
            return size() > KEPT;
        }
    };

    /** The first result under this id and path, or what the action gives now. */
    synchronized Future<Answer> once(@Nullable String requestId, String path, Supplier<Future<Answer>> action) {
        if (requestId == null) {
            return action.get();
        }
        String key = requestId + ' ' + path;
        Future<Answer> known = first.get(key);
        if (known != null && !passing(known)) {
            return known;
        }
        Future<Answer> result = action.get();
        first.put(key, result);
        return result;
    }

    private static boolean passing(Future<Answer> known) {
        return known.isComplete() && (known.failed() || PASSING.contains(known.result().status()));
    }
}
