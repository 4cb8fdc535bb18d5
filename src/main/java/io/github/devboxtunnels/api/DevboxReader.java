package io.github.devboxtunnels.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Lifecycle;
import io.github.devboxtunnels.model.Metadata;
import io.github.devboxtunnels.model.Tunnel;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads {@code DevboxView} and lists of it into what the product talks about, with nothing in between: with ten thousand
 * devboxes every second object would be garbage at once. Never fails: what is missing is null, or not a devbox.
 */
final class DevboxReader {

    private final JsonParser parser;
    private final Words words = new Words();
    private final History history;
    private final List<String> pairs = new ArrayList<>();

    private DevboxReader(JsonParser parser) {
        this.parser = parser;
        this.history = new History(parser, words);
    }

    /** A page; null when the answer is none. Devboxes without an id are left out. */
    static @Nullable DevboxPage page(JsonParser parser) {
        return new DevboxReader(parser).page();
    }

    /** A devbox; null when the answer has no id and so is none. */
    static @Nullable Devbox devbox(JsonParser parser) {
        return new DevboxReader(parser).devbox();
    }

    private @Nullable DevboxPage page() {
        if (!Members.begin(parser)) {
            return null;
        }
        List<Devbox> devboxes = null;
        Boolean more = null;
        double total = Double.NaN;
        for (String member = Members.next(parser); member != null; member = Members.next(parser)) {
            switch (member) {
                case "devboxes" -> devboxes = devboxes();
                case "has_more" -> more = Scalars.flag(parser);
                case "total_count" -> total = Scalars.number(parser);
                default -> parser.skipChildren();
            }
        }
        return devboxes == null
                ? null
                : new DevboxPage(devboxes, Boolean.TRUE.equals(more), Double.isNaN(total) ? null : (int) total);
    }

    private @Nullable List<Devbox> devboxes() {
        if (!Members.beginList(parser)) {
            return null;
        }
        List<Devbox> devboxes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Devbox devbox = devbox();
            if (devbox != null) {
                devboxes.add(devbox);
            }
        }
        return devboxes;
    }

    private @Nullable Devbox devbox() {
        if (!Members.begin(parser)) {
            return null;
        }
        history.forget();
        String id = null;
        String name = null;
        String word = null;
        long created = Scalars.NO_TIME;
        long ended = Scalars.NO_TIME;
        String blueprint = null;
        Metadata about = Metadata.NONE;
        Lifecycle lifecycle = Lifecycle.NONE;
        Tunnel tunnel = null;
        String failure = null;
        String shutdown = null;
        for (String member = Members.next(parser); member != null; member = Members.next(parser)) {
            switch (member) {
                case "id" -> id = Scalars.text(parser);
                case "name" -> name = Scalars.text(parser);
                case "status" -> word = Scalars.word(parser, words);
                case "create_time_ms" -> created = Scalars.millis(parser);
                case "end_time_ms" -> ended = Scalars.millis(parser);
                case "blueprint_id" -> blueprint = Scalars.word(parser, words);
                case "metadata" -> about = metadata();
                case "launch_parameters" -> lifecycle = LifecycleReader.lifecycle(parser);
                case "state_transitions" -> history.read();
                case "tunnel" -> tunnel = TunnelReader.tunnel(parser);
                case "failure_reason" -> failure = Scalars.word(parser, words);
                case "shutdown_reason" -> shutdown = Scalars.word(parser, words);
                default -> parser.skipChildren();
            }
        }
        if (id == null || id.isBlank()) {
            return null;
        }
        DevboxStatus status = DevboxStatus.of(Objects.requireNonNullElse(word, ""));
        Instant said = Scalars.time(created);
        Instant begun = said != null ? said : Objects.requireNonNullElse(history.begun(), Instant.EPOCH);
        String ending = failure != null ? failure : shutdown;
        return new Devbox(id, name, status, history.since(status), begun, Scalars.time(ended), blueprint, about,
                lifecycle, tunnel, ending != null ? ending : history.failure());
    }

    /** The members that are texts. */
    private Metadata metadata() {
        if (!Members.begin(parser)) {
            return Metadata.NONE;
        }
        pairs.clear();
        for (String member = Members.next(parser); member != null; member = Members.next(parser)) {
            String word = Scalars.word(parser, words);
            if (word != null) {
                pairs.add(member);
                pairs.add(word);
            }
        }
        return Metadata.of(pairs);
    }
}
