package io.github.devboxtunnels.service;

import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

    private static final Pace PACE = Pace.GENTLE;

    @Property
    void theRestIsTwentyTimesTheReadAndNeverLessThanThePace(@ForAll @LongRange(min = 0, max = 100_000) long millis,
            @ForAll boolean showing) {
        Duration took = Duration.ofMillis(millis);
        Duration rest = PACE.rest(new Pace.Outcome(took, 0, null, 0), showing);
        assertThat(rest).isGreaterThanOrEqualTo(took.multipliedBy(20)).isGreaterThanOrEqualTo(PACE.base());
        if (!showing) {
            assertThat(rest).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        }
    }

    @Property
    void backingOffTakesAMinuteAtMost(@ForAll @IntRange(min = 1, max = 1000) int failures,
            @ForAll @DoubleRange(min = 0, max = 1) double jitter, @ForAll boolean showing) {
        Duration rest = PACE.rest(new Pace.Outcome(Duration.ZERO, failures, null, jitter), showing);
        assertThat(rest).isBetween(Duration.ofMillis(3750), Duration.ofSeconds(60));
    }

    @Property
    void aWaitTheServerAsksForIsKeptUpToFiveMinutes(@ForAll @LongRange(min = 0, max = 100_000) long seconds,
            @ForAll @IntRange(min = 1, max = 10) int failures) {
        Duration asked = Duration.ofSeconds(seconds);
        Duration rest = PACE.rest(new Pace.Outcome(Duration.ZERO, failures, asked, 0), true);
        assertThat(rest).isGreaterThanOrEqualTo(seconds > 300 ? Duration.ofMinutes(5) : asked)
                .isLessThanOrEqualTo(Duration.ofMinutes(5));
    }
}
