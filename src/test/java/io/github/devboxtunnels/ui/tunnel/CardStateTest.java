package io.github.devboxtunnels.ui.tunnel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CardStateTest {

    private static final Instant NOW = SimulatedTimeline.START;
    private final VerbGuard guard = new VerbGuard(ZoneOffset.UTC);

    private CardState card(Devboxes devbox) {
        return CardState.of(devbox.build(), guard, NOW, ZoneOffset.UTC);
    }

    private CardState.NoTunnel none(Devboxes devbox) {
        return (CardState.NoTunnel) card(devbox);
    }

    private CardState.On on(Devboxes devbox) {
        return (CardState.On) card(devbox);
    }

    @Test
    void aRunningDevboxWithoutATunnelOffersOne() {
        assertThat(none(Devboxes.running("a"))).isEqualTo(new CardState.NoTunnel("No tunnel",
                "Enable one to get an HTTPS address for any port.", "Enable tunnel…", null,
                "Authenticated unless you choose otherwise", true));
    }

    @Test
    void aSuspendedOneOffersToResumeIt() {
        assertThat(none(Devboxes.suspended("a")).action()).isEqualTo("Resume and enable tunnel…");
    }

    @Test
    void aDevboxOnItsWaySaysWhyNot() {
        assertThat(none(Devboxes.named("a", Kind.SUSPENDING)).unavailable()).isEqualTo("This devbox is suspending.");
        assertThat(none(Devboxes.running("a").statusWord("migrating")).unavailable())
                .isEqualTo("This devbox is migrating.");
    }

    @Test
    void anEndedOneOffersNothing() {
        assertThat(none(Devboxes.ended("a").open()).action()).isNull();
        assertThat(none(Devboxes.failed("a")).title()).isEqualTo("This devbox has ended");
    }

    @Test
    void offlineNothingCanBeChanged() {
        guard.update(new DevboxList(List.of(), DevboxList.Ended.UNASKED, NOW, new Problem.Offline("x"), 1, null));
        assertThat(none(Devboxes.running("a")).unavailable())
                .isEqualTo("Offline since 14:00. Enabling a tunnel needs the connection.");
        assertThat(on(Devboxes.running("a").open()).removeUnavailable()).startsWith("Offline since 14:00.");
    }

    @Test
    void anAuthenticatedOneHasATokenAndAnOpenOneAWarning() {
        var closed = on(Devboxes.running("a").authenticated());
        assertThat(closed.access()).isNull();
        assertThat(closed.tokenMissing()).isFalse();
        assertThat(closed.since()).isEqualTo("On since 13:30");
        var open = on(Devboxes.running("a").open());
        assertThat(open.access()).isEqualTo(
                "Anyone with the link reaches every port on this devbox. No password is asked.");
        assertThat(open.warning()).isNull();
    }

    @Test
    void anUnknownModeCountsAsOpenWithItsRawWord() {
        var card = on(Devboxes.running("a").tunnel(new TunnelSettings(AuthMode.of("team"), true, false)));
        assertThat(card.tunnel().open()).isTrue();
        assertThat(card.warning()).contains("“team”");
        assertThat(card.access()).contains("“team”");
    }

    @Test
    void aTokenThatIsMissingIsSaid() {
        var tunnel = new Tunnel(Secret.of("key"), AuthMode.AUTHENTICATED, null, NOW, true, false);
        assertThat(on(Devboxes.running("a").tunnel(tunnel)).tokenMissing()).isTrue();
    }

    @Test
    void momentsBeforeTodayCarryTheirDate() {
        assertThat(Clocks.moment(NOW.minus(Duration.ofDays(2)), NOW, ZoneOffset.UTC)).isEqualTo("22 Nov 14:00");
        assertThat(Clocks.moment(NOW.minus(Duration.ofDays(400)), NOW, ZoneOffset.UTC)).isEqualTo("20 Oct 2025");
    }

    @Test
    void lifecycleInWords() {
        assertThat(on(Devboxes.running("a").suspendsAfter(Duration.ofMinutes(15))
                .tunnel(new TunnelSettings(AuthMode.OPEN, true, true))).lifecycle())
                .isEqualTo("Suspends after 15 min without traffic. A visit wakes it; the first request gets 503.");
        assertThat(on(Devboxes.running("a").suspendsAfter(Duration.ofMinutes(15))
                .tunnel(new TunnelSettings(AuthMode.OPEN, false, false))).lifecycle())
                .isEqualTo("Suspends after 15 min, even while in use: traffic does not keep it awake. "
                        + "A visit does not wake it.");
        assertThat(on(Devboxes.running("a").endsAfter(Duration.ofHours(1)).open()).lifecycle())
                .isEqualTo("Ends for good after 1 h without traffic. Once suspended, a visit does not wake it.");
        assertThat(on(Devboxes.running("a").maxLifetime(Duration.ofHours(48)).open()).lifecycle())
                .startsWith("Ends for good 2 d after its start, in use or not.");
        assertThat(on(Devboxes.running("a").open()).lifecycle()).startsWith("Runloop names no idle policy for it.");
        assertThat(on(Devboxes.running("a").suspendsAfter(Duration.ofMinutes(90)).ruledWakeOnHttp(false)
                .tunnel(new TunnelSettings(AuthMode.OPEN, true, true))).lifecycle())
                .isEqualTo("Suspends after 1 h 30 min without traffic. "
                        + "A visit does not wake it, as the devbox itself rules.");
    }
}
