package io.github.devboxtunnels.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.ui.common.Texts;

/**
 * How old what is shown is.
 *
 * @param text for the top bar; blank while nothing is known
 * @param stale whether several reads in a row have failed
 */
public record Freshness(String text, boolean stale) {

    /** Nothing is known. */
    static final Freshness UNKNOWN = new Freshness("", false);

    /** After this many failed reads the age becomes a warning. */
    static final int STALE_AFTER = 3;

    private static final Texts TEXTS = Texts.of(Freshness.class);
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    static Freshness of(DevboxList list, Instant now, ZoneId zone) {
        Instant readAt = list.readAt();
        if (readAt == null) {
            return UNKNOWN;
        }
        if (list.missed() >= STALE_AFTER) {
            return new Freshness(TEXTS.get("shell.freshness.stale", clock(readAt, now, zone)), true);
        }
        long seconds = Math.max(0, Duration.between(readAt, now).toSeconds());
        return new Freshness(seconds < 60
                ? TEXTS.get("shell.freshness.seconds", Long.toString(seconds))
                : TEXTS.get("shell.freshness.minutes", Long.toString(seconds / 60)), false);
    }

    /** The time of day, with the day when it is not today. */
    static String clock(Instant at, Instant now, ZoneId zone) {
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? TODAY : EARLIER).format(at.atZone(zone));
    }
}
