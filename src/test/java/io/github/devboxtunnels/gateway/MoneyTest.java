package io.github.devboxtunnels.gateway;

import java.io.OutputStream;
import java.time.Duration;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A forgotten tab costs nothing: for ten hours it polls and reconnects, and nothing reaches the sleeping devbox. */
class MoneyTest {

    private static final Duration NIGHT = Duration.ofHours(10);
    private static final String[] POLL = {"Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors",
            "Sec-Fetch-Dest: empty"};

    private final SimulatedTimeline time = new SimulatedTimeline();

    @Test
    void nothingReachesASleepingDevboxForTenHours() throws Exception {
        try (GatewayFixture fixture = new GatewayFixture(time)) {
            String cookie = "Cookie: " + fixture.letIn();
            fixture.upstream.answerRaw((got, in, out) -> stream(got, out) && in.read() >= 0);
            try (RawClient socket = fixture.connect(); RawClient events = fixture.connect()) {
                socket.send(handshake(fixture, cookie));
                assertThat(socket.read().status()).isEqualTo(101);
                events.send(fixture.request("GET", "/events", cookie));
                assertThat(CountingUpstream.head(events.in())).contains("text/event-stream");
                Awaitility.await().until(() -> fixture.gateway.activity().sockets() == 1
                        && fixture.gateway.activity().streams() == 1);

                fixture.becomes(Kind.SUSPENDED);

                assertThat(socket.in().read()).isEqualTo(-1);
                events.rest();
                Awaitility.await().until(() -> fixture.upstream.connections() == 0);
            }
            fixture.upstream.forget();
            int answered = pollForANight(fixture, cookie);

            assertThat(fixture.upstream.requests()).isEmpty();
            assertThat(fixture.upstream.bytes()).isZero();
            assertThat(fixture.upstream.connections()).isZero();
            assertThat(answered).isEqualTo((int) NIGHT.toSeconds());
            assertThat(fixture.exchange("GET", "/", GatewayFixture.navigation(cookie)).text())
                    .contains("web is asleep", "Nothing was sent to it");
            assertThat(fixture.reads.get()).as("the API is asked every half minute at most")
                    .isLessThan((int) NIGHT.toSeconds() / 30 + 10);
        }
    }

    /** Every second a poll; every tenth a new WebSocket and a new event stream, as libraries try. */
    private int pollForANight(GatewayFixture fixture, String cookie) throws Exception {
        int answered = 0;
        String poll = fixture.request("GET", "/poll", cookie, POLL[0], POLL[1], POLL[2]);
        String events = fixture.request("GET", "/events", cookie, POLL[0], POLL[1], POLL[2]);
        RawClient tab = fixture.connect();
        for (long second = 0; second < NIGHT.toSeconds(); second++) {
            RawClient.Answer answer = tab.send(poll).read();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.one("retry-after")).isEqualTo("5");
            answered++;
            if (second % 10 == 0) {
                assertThat(tab.send(events).read().status()).isEqualTo(503);
            }
            if (second % 100 == 0) {
                try (RawClient socket = fixture.connect()) {
                    assertThat(socket.send(handshake(fixture, cookie)).read().status()).isEqualTo(503);
                }
            }
            time.advance(Duration.ofSeconds(1));
        }
        tab.close();
        return answered;
    }

    private static String handshake(GatewayFixture fixture, String cookie) {
        return fixture.request("GET", "/socket", cookie, "Origin: " + fixture.origin(), "Connection: Upgrade",
                "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    }

    private static boolean stream(CountingUpstream.Got got, OutputStream out) throws java.io.IOException {
        out.write((got.line().contains("/socket")
                ? "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: hello\n\n").getBytes());
        out.flush();
        return true;
    }
}
