package io.github.devboxtunnels.model;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EffectiveLifecycleTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Lifecycle SUSPENDS = new Lifecycle(new Lifecycle.Idle(QUARTER, Lifecycle.OnIdle.SUSPEND),
            Duration.ofHours(1), null);

    private static TunnelSettings tunnel(boolean keepAlive, boolean wake) {
        return new TunnelSettings(AuthMode.AUTHENTICATED, keepAlive, wake);
    }

    @Test
    void anIdlePolicyBeatsTheLifetime() {
        EffectiveLifecycle effective = EffectiveLifecycle.of(SUSPENDS, tunnel(true, false));
        assertThat(effective.end())
                .isEqualTo(new EffectiveLifecycle.WhenIdle(QUARTER, Lifecycle.OnIdle.SUSPEND));
        assertThat(effective.keepAliveMatters()).isTrue();
        assertThat(effective.trafficKeepsAwake()).isTrue();
        assertThat(effective.suspendsByItself()).isTrue();
        assertThat(EffectiveLifecycle.of(SUSPENDS, tunnel(false, false)).trafficKeepsAwake()).isFalse();
    }

    @Test
    void withoutAnIdlePolicyKeepAliveChangesNothing() {
        Lifecycle lives = new Lifecycle(null, Duration.ofHours(1), null);
        EffectiveLifecycle effective = EffectiveLifecycle.of(lives, tunnel(true, true));
        assertThat(effective.end()).isEqualTo(new EffectiveLifecycle.AfterLifetime(Duration.ofHours(1)));
        assertThat(effective.keepAliveMatters()).isFalse();
        assertThat(effective.trafficKeepsAwake()).isFalse();
    }

    @Test
    void nothingIsClaimedWhereNothingWasSaid() {
        assertThat(EffectiveLifecycle.of(Lifecycle.NONE, null).end()).isEqualTo(new EffectiveLifecycle.Unsaid());
    }

    @Test
    void theDevboxRulesWakingOverTheTunnel() {
        Lifecycle never = new Lifecycle(null, null, false);
        Lifecycle always = new Lifecycle(null, null, true);
        assertThat(EffectiveLifecycle.of(never, tunnel(true, true)).visitWakes()).isFalse();
        assertThat(EffectiveLifecycle.of(always, tunnel(true, false)).visitWakes()).isTrue();
        assertThat(EffectiveLifecycle.of(always, tunnel(true, false)).devboxRulesWake()).isTrue();
        assertThat(EffectiveLifecycle.of(Lifecycle.NONE, tunnel(true, true)).visitWakes()).isTrue();
        assertThat(EffectiveLifecycle.of(Lifecycle.NONE, tunnel(true, true)).devboxRulesWake()).isFalse();
    }

    @Test
    void nobodyVisitsWithoutATunnel() {
        EffectiveLifecycle effective = EffectiveLifecycle.of(new Lifecycle(SUSPENDS.idle(), null, true), null);
        assertThat(effective.tunnel()).isFalse();
        assertThat(effective.visitWakes()).isFalse();
        assertThat(effective.trafficKeepsAwake()).isFalse();
    }
}
