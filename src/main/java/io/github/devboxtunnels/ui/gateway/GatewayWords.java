package io.github.devboxtunnels.ui.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.service.GatewayEvent;
import io.github.devboxtunnels.service.GatewayOpening;
import io.github.devboxtunnels.ui.common.Texts;

/** The words about gateways. */
final class GatewayWords {

    private static final Texts TEXTS = Texts.of(GatewayWords.class);

    private GatewayWords() {
    }

    /** Why it could not be used. */
    static String impossible(GatewayOpening.Reason why) {
        return TEXTS.get("gateway.not." + word(why));
    }

    /** Why the devbox could not be read before. */
    static String problem(Problem problem) {
        Problem.Reply reply = problem.reply();
        return reply == null
                ? TEXTS.get("gateway.unread")
                : TEXTS.get("gateway.unread.answered", Integer.toString(reply.status()));
    }

    /** Why it stopped by itself. */
    static String ended(GatewayEvent.End why, String devbox, int port) {
        return TEXTS.get("gateway.ended." + word(why), devbox, number(port));
    }

    /** How long ago: "3 s", "12 min", "2 h". */
    static String ago(Instant then, Instant now) {
        Duration span = Duration.between(then, now);
        if (span.toMinutes() < 1) {
            return TEXTS.get("gateway.span.seconds", Long.toString(Math.max(0, span.toSeconds())));
        }
        return span.toHours() < 1
                ? TEXTS.get("gateway.span.minutes", Long.toString(span.toMinutes()))
                : TEXTS.get("gateway.span.hours", Long.toString(span.toHours()));
    }

    /** How long it took: "18 ms", "1.2 s", "3 min". */
    static String took(Duration span) {
        if (span.toSeconds() < 1) {
            return TEXTS.get("gateway.span.millis", Long.toString(span.toMillis()));
        }
        return span.toMinutes() < 1
                ? TEXTS.get("gateway.span.seconds", String.format(Locale.ENGLISH, "%.1f", span.toMillis() / 1000.0))
                : TEXTS.get("gateway.span.minutes", Long.toString(span.toMinutes()));
    }

    /** How much it was: "96 B", "4.1 KB", "212 KB". */
    static String size(long bytes) {
        double value = bytes;
        String unit = "gateway.size.b";
        for (String next : new String[]{"gateway.size.kb", "gateway.size.mb", "gateway.size.gb"}) {
            if (value < 999.5) {
                break;
            }
            value /= 1000;
            unit = next;
        }
        boolean whole = bytes < 1000 || value >= 9.95;
        return TEXTS.get(unit, String.format(Locale.ENGLISH, whole ? "%.0f" : "%.1f", value));
    }

    /** Digits without grouping. */
    static String number(int value) {
        return Integer.toString(value);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
