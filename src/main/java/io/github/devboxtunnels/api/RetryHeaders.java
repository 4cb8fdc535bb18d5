package io.github.devboxtunnels.api;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What a server says about trying again. */
final class RetryHeaders {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryHeaders() {
    }

    /** {@code x-should-retry}; null when it is missing or says neither. */
    static @Nullable Boolean shouldRetry(HttpHeaders headers) {
        return switch (headers.firstValue("x-should-retry").orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    /**
     * {@code retry-after-ms}, else {@code retry-after} in seconds or as a date; null when neither can be read. A date
     * that has passed means at once.
     */
    static @Nullable Duration retryAfter(HttpHeaders headers, Instant now) {
        return headers.firstValue("retry-after-ms").flatMap(text -> amount(text, 1))
                .or(() -> headers.firstValue("retry-after")
                        .flatMap(text -> amount(text, 1000).or(() -> date(text, now))))
                .orElse(null);
    }

    private static Optional<Duration> amount(String text, int millis) {
        try {
            double number = Double.parseDouble(text.strip()) * millis;
            return number >= 0 ? Optional.of(bounded(Duration.ofMillis((long) number))) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(String text, Instant now) {
        try {
            Instant at = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(at.isBefore(now) ? Duration.ZERO : bounded(Duration.between(now, at)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
