package io.github.devboxtunnels.gateway;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One GiB down and up with equal digests. */
class LargeBodySoak {

    private static final long SIZE = 1L << 30;

    @Test
    void oneGibibyteBothWays() throws Exception {
        try (ServiceFixture fixture = new ServiceFixture(); RawClient client = fixture.connect()) {
            String expected = VertxUpstream.digestOf(SIZE);
            assertThat(Bytes.download(client, fixture.request("GET", "/down?n=" + SIZE))).isEqualTo(expected);
            client.send(fixture.request("POST", "/up", "Content-Length: " + SIZE));
            Bytes.upload(client.out(), SIZE, false);
            assertThat(client.read().text()).isEqualTo(expected);
        }
    }
}
