package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;

import io.netty.util.internal.PlatformDependent;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/** Ends connections at random moments, from either side, the polite way and the rude one, and looks for what is left. */
final class Cuts {

    private static final int BODY = 300_000;
    /** Pools grow to what the busiest moment needed; a leak would grow with every cut. */
    private static final long ROOM = 24L << 20;

    private final GatewayFixture fixture = new GatewayFixture();
    private final Random random;

    Cuts(long seed) {
        random = new Random(seed);
    }

    void run(int times) throws Exception {
        try (fixture) {
            String cookie = "Cookie: " + fixture.letIn();
            fixture.upstream.answerRaw(this::half);
            for (int i = 0; i < times / 4; i++) {
                cut(cookie);
            }
            settled();
            long before = memory();
            for (int i = times / 4; i < times; i++) {
                cut(cookie);
            }
            settled();
            assertThat(memory() - before).as("growth of buffers").isLessThan(ROOM);
            fixture.upstream.answer(got -> CountingUpstream.ok("still here"));
            assertThat(fixture.exchange("GET", "/", cookie).text()).isEqualTo("still here");
        }
    }

    private static long memory() {
        return Math.max(0, PlatformDependent.usedDirectMemory());
    }

    private void settled() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> fixture.upstream.connections() == 0);
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .until(() -> ((VertxGateways) fixture.gateways).connections() == 0);
        Awaitility.await().until(() -> fixture.gateway.requests().stream().allMatch(each -> each.took() != null));
        assertThat(fixture.gateway.activity().open()).isFalse();
    }

    /** The service: answers a part of what it promised, and goes. */
    private boolean half(CountingUpstream.Got got, java.io.InputStream in, java.io.OutputStream out)
            throws IOException {
        if (got.line().contains("/socket")) {
            out.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
                    .getBytes());
            out.write(new byte[random.nextInt(BODY)]);
        } else {
            byte[] whole = (CountingUpstream.ok("a".repeat(BODY))).getBytes();
            out.write(whole, 0, random.nextInt(3) == 0 ? whole.length : random.nextInt(whole.length));
        }
        out.flush();
        return false;
    }

    private void cut(String cookie) throws IOException {
        RawClient client = fixture.connect();
        try (client) {
            byte[] request = (switch (random.nextInt(3)) {
                case 0 -> fixture.request("GET", "/down", cookie);
                case 1 -> fixture.request("POST", "/up", cookie, "Content-Length: " + BODY) + "a".repeat(BODY);
                default -> fixture.request("GET", "/socket", cookie, "Origin: " + fixture.origin(),
                        "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
            }).getBytes();
            int sent = random.nextInt(4) == 0 ? random.nextInt(request.length) : request.length;
            client.out().write(request, 0, sent);
            client.out().flush();
            if (sent == request.length) {
                client.in().skip(random.nextInt(BODY));
            }
            if (random.nextBoolean()) {
                client.reset();
            }
        } catch (IOException e) {
            // The other side was quicker.
        }
    }
}
