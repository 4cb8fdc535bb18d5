package io.github.devboxtunnels.ui.tunnel;

import java.time.Duration;
import java.time.Instant;

import io.github.devboxtunnels.ui.common.Texts;

/** Lengths of time in words: "40 s", "12 min", "2 h 14 min", "5 d". */
final class Spans {

    private static final Texts TEXTS = Texts.of(Spans.class);

    private Spans() {
    }

    /** From then until now; a clock that runs behind the server's gives "0 s". */
    static String between(Instant then, Instant now) {
        Duration span = Duration.between(then, now);
        return of(span.isNegative() ? Duration.ZERO : span);
    }

    /** Rounded down; minutes beside hours only below a day, and only when there are any. */
    static String of(Duration span) {
        if (span.toMinutes() == 0) {
            return TEXTS.get("tunnel.span.seconds", number(span.toSeconds()));
        }
        if (span.toHours() == 0) {
            return TEXTS.get("tunnel.span.minutes", number(span.toMinutes()));
        }
        if (span.toDays() > 0) {
            return TEXTS.get("tunnel.span.days", number(span.toDays()));
        }
        return span.toMinutesPart() == 0
                ? TEXTS.get("tunnel.span.hours", number(span.toHours()))
                : TEXTS.get("tunnel.span.hours-minutes", number(span.toHours()), number(span.toMinutesPart()));
    }

    /** Digits without grouping, which MessageFormat would add. */
    private static String number(long value) {
        return Long.toString(value);
    }
}
