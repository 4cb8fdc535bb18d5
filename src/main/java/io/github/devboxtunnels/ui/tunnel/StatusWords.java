package io.github.devboxtunnels.ui.tunnel;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The status of a devbox in words. */
final class StatusWords {

    private static final Texts TEXTS = Texts.of(StatusWords.class);

    /** The reasons with words of their own, the same as in the list; another one is shown as the raw word. */
    private static final Set<String> REASONS = Set.of("out_of_memory", "out_of_disk", "execution_failed",
            "health_check_failed", "api_shutdown", "keep_alive_timeout", "entrypoint_exit", "idle", "ttl_expired");

    private StatusWords() {
    }

    /** Inside a sentence: "suspending"; a word this version does not know stays as the server sent it. */
    static String of(DevboxStatus status) {
        return status.kind() == DevboxStatus.Kind.UNKNOWN
                ? status.word()
                : TEXTS.get("tunnel.status." + status.kind().name().toLowerCase(Locale.ROOT));
    }

    /** With its age: "Running for 2 h 14 min", "Failed 22 min ago: out of memory". */
    static String withAge(Devbox devbox, Instant now) {
        String word = capital(of(devbox.status()));
        Instant since = devbox.statusSince();
        if (!devbox.status().ended()) {
            return since == null ? word : TEXTS.get("tunnel.status-for", word, Spans.between(since, now));
        }
        String sentence = since == null ? word : TEXTS.get("tunnel.status-ago", word, Spans.between(since, now));
        String reason = reason(devbox.reason());
        return reason == null ? sentence : TEXTS.get("tunnel.status-reason", sentence, reason);
    }

    private static @Nullable String reason(@Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        return REASONS.contains(raw) ? TEXTS.get("tunnel.reason." + raw) : raw.replace('_', ' ');
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ENGLISH) + word.substring(1);
    }
}
