package io.github.devboxtunnels.model;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelTest {

    @Test
    void aSecretNeverPrintsItself() {
        Secret token = Secret.of("tok_planted");
        Tunnel tunnel = new Tunnel(Secret.of("key_planted"), AuthMode.AUTHENTICATED, token, Instant.EPOCH, true, true);
        assertThat(tunnel.toString() + token).doesNotContain("planted");
        assertThat(token).isEqualTo(Secret.of("tok_planted")).isNotEqualTo(Secret.of("tok_other"));
        assertThatThrownBy(() -> Secret.of(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "scheduled", "provisioning", "initializing", "suspending", "resuming",
            "hibernating", ""})
    void everythingThatIsNotSteadyIsATransition(String word) {
        assertThat(DevboxStatus.of(word).moving()).isTrue();
        assertThat(DevboxStatus.of(word).word()).isEqualTo(word);
    }

    @Test
    void steadyStatusesAreKnown() {
        assertThat(DevboxStatus.of("running").running()).isTrue();
        assertThat(DevboxStatus.of("suspended").suspended()).isTrue();
        assertThat(DevboxStatus.of("failure").ended()).isTrue();
        assertThat(DevboxStatus.of("shutdown").ended()).isTrue();
        assertThat(DevboxStatus.of("RUNNING").kind()).isEqualTo(DevboxStatus.Kind.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "public", "public_", "team", ""})
    void whatIsNotSurelyProtectedCountsAsOpen(String word) {
        assertThat(AuthMode.of(word).authenticated()).isFalse();
    }

    @Test
    void theLaunchParameterWinsOverTheTunnelsWakeSetting() {
        assertThat(new Lifecycle(null, null, false).wakes(true)).isFalse();
        assertThat(new Lifecycle(null, null, true).wakes(false)).isTrue();
        assertThat(Lifecycle.NONE.wakes(true)).isTrue();
    }

    @Test
    void anUnnamedDevboxIsCalledByItsId() {
        assertThat(devbox(null).label()).isEqualTo("dbx_1");
        assertThat(devbox(" ").named()).isFalse();
        assertThat(devbox("api").label()).isEqualTo("api");
    }

    private static Devbox devbox(String name) {
        return new Devbox("dbx_1", name, DevboxStatus.Kind.RUNNING.status(), null, Instant.EPOCH, null, null,
                Metadata.NONE,
                Lifecycle.NONE, null, null);
    }
}
