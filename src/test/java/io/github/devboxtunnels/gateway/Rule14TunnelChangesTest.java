package io.github.devboxtunnels.gateway;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.devboxtunnels.gateway.GatewayState.StopReason;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.testing.Devboxes;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rule 14: a tunnel that changes elsewhere is followed; one that is gone stops the gateway. */
class Rule14TunnelChangesTest {

    private static final String REFUSED = "HTTP/1.1 401 Unauthorized\r\nX-Runloop-Error-Code: tunnel_unauthorized\r\n"
            + "Content-Length: 0\r\n\r\n";

    private final GatewayFixture fixture = new GatewayFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aRefusedTokenIsReadAnewAndTheGatewayGoesOn() throws Exception {
        String cookie = fixture.letIn();
        var next = fixture.otherTunnel();
        String good = "Bearer " + next.token().reveal();
        fixture.upstream.answer(got -> good.equals(got.one("x-runloop-tunnel-authorization"))
                ? CountingUpstream.ok("welcome")
                : "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        fixture.devbox = Devboxes.from(fixture.devbox).tunnel(next).build();

        assertThat(fixture.get("/", cookie).status()).isEqualTo(401);
        Awaitility.await().untilAtomic(fixture.replaced, org.hamcrest.Matchers.is(1));

        assertThat(fixture.get("/", cookie).text()).isEqualTo("welcome");
        assertThat(fixture.upstream.last().one("host")).isEqualTo(fixture.there(next));
        assertThat(fixture.gateway.state()).isEqualTo(new GatewayState.Running());
    }

    @Test
    void aTokenThatTheEdgeRefusesAndTheApiStillNamesStopsForwarding() throws Exception {
        String cookie = fixture.letIn();
        fixture.upstream.answer(got -> REFUSED);
        fixture.get("/", cookie);
        Awaitility.await().until(() -> fixture.gateway.state() instanceof GatewayState.TokenRefused);
        fixture.upstream.forget();

        assertThat(fixture.get("/", cookie, GatewayFixture.navigation()).text())
                .contains("The tunnel refuses its token");
        assertThat(fixture.get("/", cookie).status()).isEqualTo(502);
        assertThat(fixture.upstream.requests()).isEmpty();

        fixture.becomes(Devboxes.from(fixture.devbox).tunnel(fixture.otherTunnel()).build());
        Awaitility.await().until(() -> fixture.gateway.state() instanceof GatewayState.Running);
        Awaitility.await().untilAsserted(() -> assertThat(fixture.states).hasSize(2));
    }

    @Test
    void aLateRefusalOfTheOldTokenSaysNothingAboutTheNewOne() throws Exception {
        String cookie = fixture.letIn();
        var next = fixture.otherTunnel();
        String good = "Bearer " + next.token().reveal();
        CountDownLatch late = new CountDownLatch(1);
        fixture.upstream.answer(got -> {
            if (got.line().contains("/slow")) {
                waitFor(late);
            }
            return good.equals(got.one("x-runloop-tunnel-authorization")) ? CountingUpstream.ok("welcome") : REFUSED;
        });
        try (RawClient slow = fixture.connect()) {
            slow.send(fixture.request("GET", "/slow", "Cookie: " + cookie));
            Awaitility.await().until(() -> fixture.upstream.requests().size() == 1);
            fixture.becomes(Devboxes.from(fixture.devbox).tunnel(next).build());
            Awaitility.await().untilAtomic(fixture.replaced, org.hamcrest.Matchers.is(1));
            late.countDown();
            assertThat(slow.read().status()).isEqualTo(401);
        }
        fixture.becomes(fixture.devbox);

        assertThat(fixture.get("/", cookie).text()).isEqualTo("welcome");
        assertThat(fixture.gateway.state()).isEqualTo(new GatewayState.Running());
    }

    @Test
    void aTokenThatWorksAgainIsNotRefusedWhenItIsReadTheNextTime() throws Exception {
        String cookie = fixture.letIn();
        fixture.apiDown = true;
        fixture.upstream.answer(got -> got.line().contains("/refused") ? REFUSED : CountingUpstream.ok("welcome"));
        assertThat(fixture.get("/refused", cookie).status()).isEqualTo(401);
        assertThat(fixture.get("/", cookie).text()).isEqualTo("welcome");
        fixture.becomes(fixture.devbox);

        assertThat(fixture.get("/", cookie).text()).isEqualTo("welcome");
        assertThat(fixture.gateway.state()).isEqualTo(new GatewayState.Running());
    }

    @Test
    void aServiceThatAsksForALoginIsNotTakenForTheTunnel() throws Exception {
        fixture.upstream.answer(got -> "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 5"
                + "\r\n\r\nlogin");
        String cookie = fixture.letIn();
        RawClient.Answer answer = fixture.get("/", cookie);
        fixture.get("/", cookie);

        assertThat(answer.text()).isEqualTo("login");
        assertThat(answer.one("www-authenticate")).isEqualTo("Basic");
        assertThat(fixture.gateway.state()).isEqualTo(new GatewayState.Running());
        assertThat(fixture.upstream.requests()).hasSize(2);
    }

    @Test
    void aTunnelThatIsGoneStopsIt() {
        fixture.becomes(Devboxes.from(fixture.devbox).tunnel((io.github.devboxtunnels.model.Tunnel) null).build());

        stopped(StopReason.TUNNEL_GONE);
        int number = fixture.number();
        Awaitility.await().untilAsserted(() -> assertThatThrownBy(() -> RawClient.connect(number))
                .isInstanceOf(java.net.ConnectException.class));
        assertThat(fixture.gateways.running()).isEmpty();
    }

    @Test
    void aTunnelThatIsOpenToAnyoneNowStopsIt() {
        fixture.becomes(Devboxes.from(fixture.devbox).open().build());

        stopped(StopReason.NO_TOKEN);
    }

    @Test
    void aDevboxThatEndedOrVanishedStopsIt() {
        fixture.becomes(Devboxes.from(fixture.devbox).kind(Kind.SHUTDOWN).build());
        stopped(StopReason.DEVBOX_GONE);
    }

    @Test
    void aDevboxTheApiDoesNotKnowStopsIt() {
        fixture.gateway.update(null);
        stopped(StopReason.DEVBOX_GONE);
    }

    @Test
    void withoutATokenNoneStarts() {
        var open = Devboxes.running("open").tunnel(new TunnelSettings(AuthMode.OPEN, true, true)).build();

        assertThatThrownBy(() -> fixture.start(open, 3000)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void stopped(StopReason reason) {
        Awaitility.await().until(() -> fixture.states.contains(new GatewayState.Stopped(reason)));
        assertThat(fixture.gateway.state()).isEqualTo(new GatewayState.Stopped(reason));
    }
}
