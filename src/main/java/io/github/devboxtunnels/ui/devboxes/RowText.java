package io.github.devboxtunnels.ui.devboxes;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.ui.common.Texts;

/** The words of a row. */
final class RowText {

    private static final Texts TEXTS = Texts.of(RowText.class);

    /** The reasons of {@code failure_reason} and {@code shutdown_reason}; another one is shown as the raw word. */
    private static final Set<String> REASONS = Set.of("out_of_memory", "out_of_disk", "execution_failed",
            "health_check_failed", "api_shutdown", "keep_alive_timeout", "entrypoint_exit", "idle", "ttl_expired");

    private RowText() {
    }

    /** Status in words and for how long: {@code Running · 2 h}, {@code Failed: out of memory · 22 min}. */
    static String secondLine(Devbox devbox, Instant now) {
        Instant ended = devbox.endedAt();
        Instant since = devbox.statusSince();
        Instant from = devbox.status().ended() && ended != null ? ended : since;
        String words = status(devbox);
        return from == null ? words : TEXTS.get("devboxes.row.line", words, Age.between(from, now));
    }

    /** All that is known of a row at a glance, for the tooltip of one that is cut short. */
    static String tooltip(Devbox devbox, Instant now) {
        String first = devbox.named() ? devbox.label() + "\n" + devbox.id() : devbox.id();
        StringBuilder text = new StringBuilder(first).append('\n').append(secondLine(devbox, now));
        String blueprint = devbox.blueprint();
        if (blueprint != null) {
            text.append('\n').append(TEXTS.get("devboxes.row.blueprint", blueprint));
        }
        devbox.metadata().texts().limit(8).forEach(word -> text.append('\n').append(word));
        return text.toString();
    }

    /** A row as a screen reader says it. */
    static String spoken(DevboxRow row, Instant now) {
        String line = secondLine(row.devbox(), now).replace(" · ", ", ");
        String tunnel = TEXTS.get("devboxes.access." + row.access().name().toLowerCase(Locale.ROOT));
        String text = TEXTS.get("devboxes.row.spoken", row.devbox().label(), line, tunnel);
        return row.pinned() ? TEXTS.get("devboxes.row.spoken.pinned", text) : text;
    }

    private static String status(Devbox devbox) {
        DevboxStatus status = devbox.status();
        if (status.kind() == DevboxStatus.Kind.UNKNOWN) {
            return status.word();
        }
        String word = TEXTS.get("devboxes.status." + status.kind().name().toLowerCase(Locale.ROOT));
        String reason = status.ended() ? devbox.reason() : null;
        return reason == null || reason.isBlank() ? word : TEXTS.get("devboxes.status.why", word, reason(reason));
    }

    private static String reason(String raw) {
        return REASONS.contains(raw) ? TEXTS.get("devboxes.reason." + raw) : raw.replace('_', ' ');
    }
}
