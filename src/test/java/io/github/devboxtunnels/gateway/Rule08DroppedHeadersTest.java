package io.github.devboxtunnels.gateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 8: what a caller cannot say to the tunnel, and that the token goes there alone, once a request. */
class Rule08DroppedHeadersTest {

    private final GatewayFixture fixture = new GatewayFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void hopsAndForwardingHeadersAreDroppedAndTheRestStays() throws Exception {
        fixture.get("/path?q=1", fixture.letIn(), "X-Runloop-Host: a", "x-runloop-anything: b", "Forwarded: for=1",
                "X-Forwarded-For: 1", "x-forwarded-host: a", "X-Forwarded-Proto: https", "Keep-Alive: timeout=5",
                "Proxy-Authorization: x", "Proxy-Connection: keep-alive", "TE: trailers", "Trailer: X-Sum",
                "Upgrade: foo", "Connection: keep-alive, X-Mine", "X-Mine: 1", "X-Theirs: 2",
                "Authorization: Bearer app", "Accept-Encoding: gzip, br");

        CountingUpstream.Got got = fixture.upstream.last();
        assertThat(got.line()).isEqualTo("GET /path?q=1 HTTP/1.1");
        assertThat(got.head().lines().skip(1).filter(line -> !line.isEmpty())).containsExactlyInAnyOrder(
                "host: " + fixture.there(), "X-Theirs: 2", "Authorization: Bearer app", "Accept-Encoding: gzip, br",
                "X-Runloop-Tunnel-Authorization: " + fixture.bearer());
    }

    @Test
    void theUpstreamSeesOneRequestForEach() throws Exception {
        String cookie = fixture.letIn();
        try (RawClient client = fixture.connect()) {
            client.send(fixture.request("GET", "/1", "Cookie: " + cookie)
                    + fixture.request("POST", "/2", "Cookie: " + cookie, "Content-Length: 3") + "abc"
                    + fixture.request("GET", "/3", "Cookie: " + cookie));
            for (int i = 0; i < 3; i++) {
                assertThat(client.read().status()).isEqualTo(200);
            }
        }
        assertThat(fixture.upstream.requests()).extracting(CountingUpstream.Got::line)
                .containsExactly("GET /1 HTTP/1.1", "POST /2 HTTP/1.1", "GET /3 HTTP/1.1");
    }

    @Test
    void aRequestThatTheUpstreamDropsIsNotRepeated() throws Exception {
        fixture.upstream.answerRaw((got, in, out) -> false);

        assertThat(fixture.get("/", fixture.letIn(), GatewayFixture.navigation()).text())
                .contains("The tunnel did not answer");
        assertThat(fixture.upstream.requests()).hasSize(1);
    }
}
