package io.github.devboxtunnels.ui.devboxes;

import java.time.Duration;
import java.time.Instant;

import io.github.devboxtunnels.ui.common.Texts;

/** How long ago, in one unit: {@code 4 s}, {@code 41 min}, {@code 6 h}, {@code 3 d}. */
final class Age {

    private static final Texts TEXTS = Texts.of(Age.class);

    private Age() {
    }

    /** A time in the future, as a server's clock that runs ahead gives, counts as now. */
    static String between(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return TEXTS.get("devboxes.age.seconds", Long.toString(seconds));
        }
        if (seconds < 3600) {
            return TEXTS.get("devboxes.age.minutes", Long.toString(seconds / 60));
        }
        return seconds < 86_400
                ? TEXTS.get("devboxes.age.hours", Long.toString(seconds / 3600))
                : TEXTS.get("devboxes.age.days", Long.toString(seconds / 86_400));
    }
}
