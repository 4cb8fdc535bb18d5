package io.github.devboxtunnels.ui.tunnel;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderStateTest {

    private final VerbGuard guard = new VerbGuard(ZoneOffset.UTC);

    private HeaderState header(Devboxes devbox) {
        return HeaderState.of(devbox.build(), null, guard, SimulatedTimeline.START);
    }

    @Test
    void aRunningDevboxCanBeSuspended() {
        var header = header(Devboxes.running("api-server").id("dbx_31CYkLq8vTn5wZ0pRb2Xs")
                .since(SimulatedTimeline.START.minus(Duration.ofMinutes(134))).blueprint("node-22")
                .metadata("team", "checkout").metadata("owner", "ci-bot"));
        assertThat(header.details()).isEqualTo("Running for 2 h 14 min · Blueprint node-22");
        assertThat(header.metadata()).isEqualTo("owner=ci-bot · team=checkout");
        assertThat(header.shortId()).isEqualTo("dbx_31CYkLq8…");
        assertThat(header.verb()).isEqualTo(Verb.SUSPEND);
        assertThat(header.unavailable()).isNull();
        assertThat(header.resetUnavailable()).isNull();
    }

    @Test
    void aSuspendedOneCanBeResumed() {
        var header = header(Devboxes.suspended("a").since(SimulatedTimeline.START.minus(Duration.ofDays(5))));
        assertThat(header.details()).isEqualTo("Suspended for 5 d");
        assertThat(header.verb()).isEqualTo(Verb.RESUME);
        assertThat(header.resetUnavailable())
                .isEqualTo("Only a running devbox has an idle timer; this one is suspended.");
    }

    @Test
    void transitionsAreBusy() {
        assertThat(header(Devboxes.named("a", Kind.SUSPENDING)))
                .matches(header -> header.busy() && header.verb() == Verb.SUSPEND);
        assertThat(header(Devboxes.named("a", Kind.RESUMING)))
                .matches(header -> header.busy() && header.verb() == Verb.RESUME);
        assertThat(HeaderState.of(Devboxes.running("a").build(), Verb.SUSPEND, guard, SimulatedTimeline.START).busy())
                .isTrue();
    }

    @Test
    void otherStatusesSayWhyNot() {
        assertThat(header(Devboxes.named("a", Kind.PROVISIONING)).unavailable())
                .isEqualTo("Only a running devbox can be suspended; this one is provisioning.");
        assertThat(header(Devboxes.ended("a")).unavailable()).isEqualTo("An ended devbox cannot be resumed.");
        assertThat(header(Devboxes.failed("a").since(SimulatedTimeline.START.minus(Duration.ofMinutes(22)))).details())
                .isEqualTo("Failed 22 min ago: out of memory");
        assertThat(header(Devboxes.running("a").statusWord("migrating").since(null)).details())
                .isEqualTo("Migrating");
    }

    @Test
    void offlineAndARefusedKeyAreReasons() {
        guard.update(new DevboxList(List.of(), DevboxList.Ended.UNASKED, SimulatedTimeline.START,
                new Problem.Offline("x"), 1, null));
        assertThat(header(Devboxes.running("a")).unavailable())
                .isEqualTo("Offline since 14:00. Suspending needs the connection.");
    }

    @Test
    void spansRoundDown() {
        assertThat(Spans.of(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Spans.of(Duration.ofSeconds(60))).isEqualTo("1 min");
        assertThat(Spans.of(Duration.ofHours(2))).isEqualTo("2 h");
        assertThat(Spans.of(Duration.ofHours(23).plusMinutes(59))).isEqualTo("23 h 59 min");
        assertThat(Spans.of(Duration.ofDays(3000))).isEqualTo("3000 d");
        assertThat(Spans.between(SimulatedTimeline.START.plusSeconds(60), SimulatedTimeline.START)).isEqualTo("0 s");
    }
}
