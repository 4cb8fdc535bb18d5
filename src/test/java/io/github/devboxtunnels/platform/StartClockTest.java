package io.github.devboxtunnels.platform;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StartClockTest {

    @Test
    void theProcessIsOlderThanItsFirstTestAndYoungerThanADay() {
        Duration first = StartClock.sinceProcessStart();
        assertThat(first).isPositive().isLessThan(Duration.ofDays(1));
        assertThat(StartClock.sinceProcessStart()).isGreaterThanOrEqualTo(first);
    }

    @Test
    void aJvmHoldsBetweenTenMegabytesAndTenGigabytes() {
        assertThat(StartClock.residentMegabytes()).isBetween(10L, 10_000L);
    }
}
