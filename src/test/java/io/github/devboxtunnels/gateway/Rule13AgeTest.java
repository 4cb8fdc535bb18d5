package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 13: what goes through something open is told, as requests are, so that the time shown is the time of it. */
class Rule13AgeTest {

    private static final String[] HANDSHAKE = {"Connection: Upgrade", "Upgrade: websocket",
            "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="};
    private static final String FIRST = ": hello\n\n";
    private static final String MESSAGE = "data: something\n\n";

    private final SimulatedTimeline time = new SimulatedTimeline();
    private final GatewayFixture fixture = new GatewayFixture(time);
    private final Semaphore speak = new Semaphore(0);
    private int told;

    @BeforeEach
    void serve() {
        fixture.gateway.setLocalPrograms(true);
        fixture.upstream.answerRaw(this::answer);
    }

    @AfterEach
    void close() {
        speak.release();
        fixture.close();
    }

    @Test
    void aSocketThatHearsSomethingIsTold() throws Exception {
        try (RawClient client = fixture.connect()) {
            client.send(fixture.request("GET", "/socket", HANDSHAKE));
            assertThat(client.read().status()).isEqualTo(101);
            fortyMinutesPass();
            speak.release();

            justNow();
        }
    }

    @Test
    void aSocketThatSaysSomethingIsTold() throws Exception {
        try (RawClient client = fixture.connect()) {
            client.send(fixture.request("GET", "/socket", HANDSHAKE));
            assertThat(client.read().status()).isEqualTo(101);
            fortyMinutesPass();
            client.send("frame");

            justNow();
        }
    }

    @Test
    void anEventStreamThatHearsSomethingIsTold() throws Exception {
        try (RawClient client = fixture.connect()) {
            client.send(fixture.request("GET", "/events"));
            assertThat(CountingUpstream.head(client.in())).contains("text/event-stream");
            fortyMinutesPass();
            speak.release();

            justNow();
            Awaitility.await().untilAsserted(
                    () -> assertThat(fixture.gateway.requests().getFirst().bytes())
                            .isEqualTo(FIRST.length() + MESSAGE.length()));
            client.close();
            Awaitility.await().until(() -> fixture.gateway.requests().getFirst().took() != null);
            assertThat(fixture.gateway.requests().getFirst().bytes()).isEqualTo(FIRST.length() + MESSAGE.length());
        }
    }

    private void fortyMinutesPass() {
        Awaitility.await().until(() -> fixture.gateway.activity().open());
        time.advance(Duration.ofMinutes(40));
        Awaitility.await().until(() -> fixture.activity.get() > 0);
        time.advance(Duration.ofSeconds(1));
        told = fixture.activity.get();
    }

    private void justNow() {
        Awaitility.await().until(() -> {
            time.advance(Duration.ofMillis(250));
            return fixture.activity.get() > told;
        });
        assertThat(Duration.between(fixture.gateway.activity().lastForwarded(), time.now()))
                .isLessThan(Duration.ofMinutes(1));
    }

    private boolean answer(CountingUpstream.Got got, InputStream in, OutputStream out) throws IOException {
        out.write((got.line().contains("/socket")
                ? "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + FIRST).getBytes());
        out.flush();
        speak.acquireUninterruptibly();
        out.write(MESSAGE.getBytes());
        out.flush();
        return in.read() >= 0;
    }
}
