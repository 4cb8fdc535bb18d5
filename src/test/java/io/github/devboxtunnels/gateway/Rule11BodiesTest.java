package io.github.devboxtunnels.gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 11: bodies of any size, both ways, by length and in chunks, arrive as they were. */
class Rule11BodiesTest {

    private static ServiceFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new ServiceFixture();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1023, 8192, 65_535, 65_536, 65_537, 1 << 20, 64L << 20})
    void down(long size) throws Exception {
        try (RawClient client = fixture.connect()) {
            String expected = VertxUpstream.digestOf(size);
            assertThat(Bytes.download(client, fixture.request("GET", "/down?n=" + size))).isEqualTo(expected);
            assertThat(Bytes.download(client, fixture.request("GET", "/down?chunked&n=" + size))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1023, 8192, 65_535, 65_536, 65_537, 1 << 20, 64L << 20})
    void up(long size) throws Exception {
        try (RawClient client = fixture.connect()) {
            String expected = VertxUpstream.digestOf(size);
            client.send(fixture.request("POST", "/up", "Content-Length: " + size));
            Bytes.upload(client.out(), size, false);
            assertThat(client.read().text()).isEqualTo(expected);
            client.send(fixture.request("PUT", "/up", "Transfer-Encoding: chunked"));
            Bytes.upload(client.out(), size, true);
            assertThat(client.read().text()).isEqualTo(expected);
        }
    }

    @Test
    void bothWaysAtOnce() throws Exception {
        long size = 8L << 20;
        try (RawClient client = fixture.connect()) {
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    client.send(fixture.request("POST", "/echo", "Content-Length: " + size));
                    Bytes.upload(client.out(), size, false);
                } catch (java.io.IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(Bytes.download(client, "")).isEqualTo(VertxUpstream.digestOf(size));
            sender.join();
        }
    }

    @Test
    void aCallerThatAsksFirstIsToldToGoOn() throws Exception {
        try (RawClient client = fixture.connect()) {
            client.send(fixture.request("POST", "/up", "Expect: 100-continue", "Content-Length: 10"));
            assertThat(CountingUpstream.head(client.in())).startsWith("HTTP/1.1 100 Continue");
            Bytes.upload(client.out(), 10, false);
            assertThat(client.read().text()).isEqualTo(VertxUpstream.digestOf(10));
        }
    }
}
