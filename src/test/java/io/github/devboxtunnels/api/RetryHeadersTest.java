package io.github.devboxtunnels.api;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryHeadersTest {

    private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");

    @Test
    void readsSecondsFractionsAndDates() {
        assertThat(after("5")).isEqualTo(Duration.ofSeconds(5));
        assertThat(after(" 0.5 ")).isEqualTo(Duration.ofMillis(500));
        assertThat(after("Tue, 24 Nov 2026 14:01:00 GMT")).isEqualTo(Duration.ofMinutes(1));
        assertThat(after("Tue, 24 Nov 2026 13:59:00 GMT")).isZero();
    }

    @Test
    void whatCannotBeReadCountsAsMissing() {
        for (String odd : List.of("", "soon", "-1", "NaN", "Tue, 99 Nov 2026 13:59:00 GMT")) {
            assertThat(after(odd)).as(odd).isNull();
        }
        assertThat(RetryHeaders.retryAfter(headers(Map.of("retry-after-ms", "x", "retry-after", "3")), NOW))
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Property
    void neverFailsAndIsNeverNegative(@ForAll String text) {
        assertThat(Optional.ofNullable(after(text)).orElse(Duration.ZERO)).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Property
    void backOffDoublesUpToAMinuteLessAQuarterAtMost(@ForAll @IntRange(max = 40) int tried,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        double full = Math.min(Math.pow(2, tried), 60);
        assertThat(new RetryPolicy(() -> random).backoff(tried).toMillis() / 1000.0)
                .isBetween(full * 0.75 - 0.001, full);
    }

    private static Duration after(String text) {
        return RetryHeaders.retryAfter(headers(Map.of("Retry-After", text)), NOW);
    }

    private static HttpHeaders headers(Map<String, String> values) {
        return HttpHeaders.of(values.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
                (a, b) -> true);
    }
}
