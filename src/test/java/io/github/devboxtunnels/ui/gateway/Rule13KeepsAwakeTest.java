package io.github.devboxtunnels.ui.gateway;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import io.github.devboxtunnels.gateway.GatewayRequest;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.service.GatewayStatus;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeGateways;
import io.github.devboxtunnels.testing.FakePages;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.Sessions;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 13: a page that keeps a devbox awake, and with that billed, is said; one that does not is not. */
class Rule13KeepsAwakeTest {

    private static final String API = "dbx_api";
    private static final ListedPort WEB = ListedPort.of(3000, "/");
    private static final Duration IDLE = Duration.ofMinutes(15);

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final FakeRunloopApi api = new FakeRunloopApi(timeline);
    private final FakeGateways gateways = new FakeGateways();
    private final Session session = Sessions.of(api, timeline, gateways);
    private final GatewaysViewModel model = new GatewaysViewModel(session, new ImmediateTaskRunner(timeline),
            new FakePages());
    private final DevboxGatewaysViewModel page = new DevboxGatewaysViewModel(model, session.gateways(),
            new ImmediateTaskRunner(timeline), ZoneOffset.UTC);

    private void open(Devboxes... devboxes) {
        api.put(devboxes);
        session.devboxes().start();
        timeline.advance(Duration.ZERO);
        page.show(API);
        model.open(API, WEB, null);
    }

    private static Devboxes sleepy(Kind kind) {
        return Devboxes.named("api", kind).suspendsAfter(IDLE).tunnel(keepAlive(true));
    }

    private static TunnelSettings keepAlive(boolean keeps) {
        return new TunnelSettings(AuthMode.AUTHENTICATED, keeps, true);
    }

    private String activity() {
        return page.lines().getFirst().activity();
    }

    @AfterEach
    void end() {
        model.close();
        session.close();
    }

    @Test
    void theAgeOfTheLastRequestIsCountedAndAfterAMinuteThePageIsTakenToBeIdle() {
        open(sleepy(Kind.RUNNING));
        assertThat(activity()).isEqualTo("No request yet");
        gateways.of(3000).request(timeline.now(), "GET", "/", 200);
        timeline.advance(Duration.ofSeconds(3));
        assertThat(activity()).isEqualTo("A page keeps this devbox awake, last request 3 s ago");
        assertThat(page.lines().getFirst().awake()).isTrue();
        assertThat(model.awakeProperty().get()).containsExactly(API);
        timeline.advance(Duration.ofSeconds(56));
        assertThat(activity()).isEqualTo("A page keeps this devbox awake, last request 59 s ago");
        timeline.advance(Duration.ofSeconds(1));
        assertThat(activity()).isEqualTo("Last request 1 min ago");
        assertThat(page.lines().getFirst().awake()).isFalse();
        assertThat(model.awakeProperty().get()).isEmpty();
    }

    @Test
    void anOpenSocketKeepsItAwakeHoweverLongNothingCame() {
        open(sleepy(Kind.RUNNING));
        gateways.of(3000).sockets(1, timeline.now().minusSeconds(300));
        assertThat(activity()).isEqualTo("A page keeps this devbox awake, last request 5 min ago");
        gateways.of(3000).sockets(0, timeline.now().minusSeconds(300));
        assertThat(activity()).isEqualTo("Last request 5 min ago");
    }

    @Test
    void whatWasAnsweredHereKeepsNothingAwake() {
        open(sleepy(Kind.RUNNING));
        gateways.of(3000).request(new GatewayRequest(1, timeline.now(), GatewayRequest.Kind.PLAIN, "GET", "/", 403,
                Duration.ofMillis(2), 90, false));
        assertThat(activity()).isEqualTo("No request yet");
        assertThat(model.awakeProperty().get()).isEmpty();
    }

    @Test
    void stoppedItKeepsNothingAwake() {
        open(sleepy(Kind.RUNNING));
        gateways.of(3000).request(timeline.now(), "GET", "/", 200);
        page.stop(page.lines().getFirst());
        assertThat(page.lines()).isEmpty();
        assertThat(model.awakeProperty().get()).isEmpty();
    }

    @Test
    void oneOfSeveralPortsIsEnoughAndOtherDevboxesAreNotMeant() {
        open(sleepy(Kind.RUNNING), Devboxes.running("other").suspendsAfter(IDLE).tunnel(keepAlive(true)));
        model.open(API, ListedPort.of(8080, "/"), null);
        model.open("dbx_other", WEB, null);
        gateways.of(8080).request(timeline.now(), "GET", "/", 200);
        assertThat(page.lines()).extracting(GatewayLine::awake).containsExactly(false, true);
        assertThat(model.awakeProperty().get()).containsExactly(API);
    }

    @Test
    void aDevboxThatWentToSleepIsKeptAwakeByNothing() {
        open(sleepy(Kind.RUNNING));
        gateways.of(3000).request(timeline.now(), "GET", "/", 200);
        api.move(API, Kind.SUSPENDED);
        session.devboxes().refreshNow();
        timeline.advance(Duration.ofSeconds(1));
        assertThat(activity()).isEqualTo("The devbox does not run, so nothing is sent to it");
        assertThat(model.awakeProperty().get()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("devboxes")
    void onlyWhatTheTrafficKeepsFromSleepingIsSaidToBeKeptAwake(String what, Devboxes devbox, boolean awake,
            String line) {
        Instant last = SimulatedTimeline.START;
        GatewayRow row = new GatewayRow(new GatewayStatus(API, 3000, URI.create("http://3000-api-abc.localhost:1/"),
                false, false, last, false, 1), devbox == null ? null : devbox.build());
        Instant now = last.plusSeconds(3);
        assertThat(row.keepsAwake(now)).isEqualTo(awake);
        assertThat(GatewayLine.of(row, now).activity()).isEqualTo(line);
    }

    static Stream<Arguments> devboxes() {
        String awake = "A page keeps this devbox awake, last request 3 s ago";
        String open = "A page is open, last request 3 s ago";
        String sleeps = "The devbox does not run, so nothing is sent to it";
        return Stream.of(
                Arguments.of("would be suspended", sleepy(Kind.RUNNING), true, awake),
                Arguments.of("would be ended", Devboxes.running("api").endsAfter(IDLE).tunnel(keepAlive(true)), true,
                        awake),
                Arguments.of("traffic does not count", Devboxes.running("api").suspendsAfter(IDLE)
                        .tunnel(keepAlive(false)), false, open),
                Arguments.of("never sleeps", Devboxes.running("api").tunnel(keepAlive(true)), false, open),
                Arguments.of("ends at a set time", Devboxes.running("api").maxLifetime(IDLE).tunnel(keepAlive(true)),
                        false, open),
                Arguments.of("suspended", sleepy(Kind.SUSPENDED), false, sleeps),
                Arguments.of("on its way to sleep", sleepy(Kind.SUSPENDING), false, sleeps),
                Arguments.of("waking", sleepy(Kind.RESUMING), false, sleeps),
                Arguments.of("not in the list", null, false, sleeps));
    }
}
