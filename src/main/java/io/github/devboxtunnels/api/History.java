package io.github.devboxtunnels.api;

import java.time.Instant;

import io.github.devboxtunnels.model.DevboxStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the {@code state_transitions} of one devbox after the other and keeps what they say about now. */
final class History {

    private final JsonParser parser;
    private final Words words;
    private long first;
    private long last;
    private @Nullable String status;
    private @Nullable String failure;

    History(JsonParser parser, Words words) {
        this.parser = parser;
        this.words = words;
    }

    /** Another devbox begins. */
    void forget() {
        first = Scalars.NO_TIME;
        last = Scalars.NO_TIME;
        status = null;
        failure = null;
    }

    /** Reads the list; elements that are no transitions are left out. */
    void read() {
        if (!Members.beginList(parser)) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (Members.begin(parser)) {
                transition();
            }
        }
    }

    private void transition() {
        last = Scalars.NO_TIME;
        status = null;
        failure = null;
        for (String member = Members.next(parser); member != null; member = Members.next(parser)) {
            switch (member) {
                case "status" -> status = Scalars.word(parser, words);
                case "transition_time_ms" -> last = Scalars.millis(parser);
                case "failure_reason" -> failure = Scalars.word(parser, words);
                default -> parser.skipChildren();
            }
        }
        if (first == Scalars.NO_TIME) {
            first = last;
        }
    }

    /** When it began; null when that is not said. */
    @Nullable
    Instant begun() {
        return Scalars.time(first);
    }

    /** Since when it has its status: the last transition says so, unless it speaks of another one. */
    @Nullable
    Instant since(DevboxStatus now) {
        String word = status;
        return word == null || DevboxStatus.of(word).kind() == now.kind() ? Scalars.time(last) : null;
    }

    /** Why the last transition failed; null when that is not said. */
    @Nullable
    String failure() {
        return failure;
    }
}
