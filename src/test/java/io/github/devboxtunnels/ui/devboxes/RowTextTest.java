package io.github.devboxtunnels.ui.devboxes;

import java.time.Duration;
import java.time.Instant;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RowTextTest {

    private static final Instant NOW = SimulatedTimeline.START;

    @ParameterizedTest
    @CsvSource({"-3600, 0 s", "0, 0 s", "59, 59 s", "60, 1 min", "3599, 59 min", "3600, 1 h", "86399, 23 h",
            "86400, 1 d", "100000000, 1157 d"})
    void agesHaveOneUnit(long seconds, String text) {
        assertThat(Age.between(NOW.minusSeconds(seconds), NOW)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyStatusHasAWord(Kind kind) {
        assertThat(RowText.secondLine(Devboxes.named("a", kind).reason(null).build(), NOW)).endsWith(" · 2 h");
    }

    @Test
    void saysWhyItFailedAndSinceWhen() {
        Devboxes failed = Devboxes.failed("a").since(NOW.minus(Duration.ofMinutes(22)));
        assertThat(RowText.secondLine(failed.build(), NOW)).isEqualTo("Failed: out of memory · 22 min");
        assertThat(RowText.secondLine(failed.reason("meteor_strike").build(), NOW))
                .isEqualTo("Failed: meteor strike · 22 min");
        assertThat(RowText.secondLine(Devboxes.running("a").reason("idle").since(null).build(), NOW))
                .isEqualTo("Running");
    }

    @Test
    void anUnknownStatusIsShownAsTheServerSaidIt() {
        Devboxes odd = Devboxes.running("a").statusWord("hibernating");
        assertThat(RowText.secondLine(odd.build(), NOW)).isEqualTo("hibernating · 2 h");
        assertThat(new DevboxRow(odd.build(), DevboxRow.Tier.PLAIN, null).mark()).isEqualTo(DevboxRow.Mark.UNKNOWN);
    }

    @Test
    void isSpokenWithoutSecrets() {
        DevboxRow row = new DevboxRow(Devboxes.running("api").authenticated().build(), DevboxRow.Tier.PINNED, null);
        assertThat(RowText.spoken(row, NOW)).isEqualTo("api, Running, 2 h, authenticated tunnel, pinned");
    }
}
