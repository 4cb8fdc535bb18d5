package io.github.devboxtunnels.ui.common;

import java.time.Duration;

import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.testing.FakeClipboard;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClipboardsTest {

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final FakeClipboard clipboard = new FakeClipboard();
    private Duration clearAfter = Duration.ofSeconds(30);
    private final Clipboards clipboards = new Clipboards(clipboard, new ImmediateTaskRunner(timeline),
            () -> clearAfter);

    @Test
    void aSecretLeavesTheClipboardAfterTheSetTime() {
        assertThat(clipboards.copySecret(Secret.of("tnl_1"))).isTrue();
        timeline.advance(Duration.ofSeconds(29));
        assertThat(clipboard.text()).isEqualTo("tnl_1");
        assertThat(clipboards.holdsSecretProperty().get()).isTrue();
        timeline.advance(Duration.ofSeconds(1));
        assertThat(clipboard.text()).isNull();
        assertThat(clipboards.holdsSecretProperty().get()).isFalse();
    }

    @Test
    void whatAnotherProgramCopiedStays() {
        clipboards.copySecret(Secret.of("tnl_1"));
        clipboard.copiedElsewhere("a letter to a friend");
        timeline.advance(Duration.ofMinutes(5));
        clipboards.close();
        assertThat(clipboard.text()).isEqualTo("a letter to a friend");
    }

    @Test
    void aPublicTextStays() {
        clipboards.copySecret(Secret.of("tnl_1"));
        clipboards.copy("https://3000-key.tunnel.runloop.ai/");
        timeline.advance(Duration.ofMinutes(5));
        assertThat(clipboard.text()).isEqualTo("https://3000-key.tunnel.runloop.ai/");
        assertThat(timeline.scheduled()).isZero();
    }

    @Test
    void aSecondSecretGetsItsOwnTime() {
        clipboards.copySecret(Secret.of("tnl_1"));
        timeline.advance(Duration.ofSeconds(20));
        clipboards.copySecret(Secret.of("tnl_2"));
        timeline.advance(Duration.ofSeconds(20));
        assertThat(clipboard.text()).isEqualTo("tnl_2");
        timeline.advance(Duration.ofSeconds(10));
        assertThat(clipboard.text()).isNull();
    }

    @Test
    void turnedOffItIsClearedOnlyAtTheEnd() {
        clearAfter = Duration.ZERO;
        clipboards.copySecret(Secret.of("tnl_1"));
        timeline.advance(Duration.ofHours(1));
        assertThat(clipboard.text()).isEqualTo("tnl_1");
        clipboards.close();
        assertThat(clipboard.text()).isNull();
    }

    @Test
    void clearNowDoesNotWait() {
        clipboards.copySecret(Secret.of("tnl_1"));
        clipboards.clearNow();
        assertThat(clipboard.text()).isNull();
        assertThat(timeline.scheduled()).isZero();
    }

    @Test
    void aClipboardThatCannotBeReachedIsReported() {
        clipboards.copySecret(Secret.of("tnl_1"));
        clipboard.setBusy(true);
        assertThat(clipboards.copy("text")).isFalse();
        assertThat(clipboards.copySecret(Secret.of("tnl_2"))).isFalse();
        clipboard.setBusy(false);
        timeline.advance(Duration.ofSeconds(30));
        assertThat(clipboard.text()).isNull();
    }
}
