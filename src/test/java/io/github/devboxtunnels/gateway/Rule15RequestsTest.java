package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 15: the list of requests, in memory alone, without values of queries. */
class Rule15RequestsTest {

    private final GatewayFixture fixture = new GatewayFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void eachRequestHasTimeMethodPathStatusDurationAndSize() throws Exception {
        String cookie = fixture.letIn();
        fixture.upstream.answer(got -> CountingUpstream.ok("hello"));
        fixture.get("/search?q=secret&token=abc", cookie);
        fixture.exchange("GET", "/", GatewayFixture.navigation());

        List<GatewayRequest> list = over();
        GatewayRequest search = list.get(1);
        assertThat(search.method()).isEqualTo("GET");
        assertThat(search.path()).isEqualTo("/search?q=…&token=…");
        assertThat(search.status()).isEqualTo(200);
        assertThat(search.bytes()).isEqualTo(5);
        assertThat(search.took()).isNotNull();
        assertThat(search.forwarded()).isTrue();
        assertThat(list.get(2).status()).isEqualTo(403);
        assertThat(list.get(2).forwarded()).isFalse();
        assertThat(list.toString()).doesNotContain("secret", "abc");
        Awaitility.await().until(() -> fixture.activity.get() > 0);
        assertThat(fixture.gateway.activity().lastForwarded()).isNotNull();
    }

    @Test
    void valuesWithoutANameAreMaskedToo() {
        assertThat(Exchange.masked("/a?secret")).isEqualTo("/a?…");
        assertThat(Exchange.masked("/a?x=1&secret&y=")).isEqualTo("/a?x=…&…&y=…");
        assertThat(Exchange.masked("/a")).isEqualTo("/a");
    }

    @Test
    void fiveHundredAreKept() throws Exception {
        String cookie = fixture.letIn();
        try (RawClient client = fixture.connect()) {
            for (int i = 0; i < 520; i++) {
                client.send(fixture.request("GET", "/" + i, "Cookie: " + cookie)).read();
            }
        }
        assertThat(fixture.gateway.requests()).hasSize(500).last().matches(each -> each.path().equals("/519"));
        assertThat(fixture.gateway.activity().requests()).isEqualTo(521);
    }

    @Test
    void curlGoesToThePublicAddressWithoutTheToken() throws Exception {
        fixture.get("/it's?q=1", fixture.letIn());
        GatewayRequest request = over().getLast();

        assertThat(fixture.gateway.curl(request)).hasValue("curl --header \"X-Runloop-Tunnel-Authorization: Bearer"
                + " $TUNNEL_TOKEN\" 'http://" + fixture.there() + "/it%27s?q=1'");
        assertThat(fixture.gateway.curl(over().getFirst())).isEmpty();
    }

    @Test
    void nothingIsWrittenToTheDisk() throws Exception {
        fixture.get("/unusual-path", fixture.letIn());

        try (Stream<Path> files = Files.walk(fixture.folder.getParent())) {
            assertThat(files.filter(Files::isRegularFile)).noneSatisfy(
                    file -> assertThat(Files.readString(file)).contains("unusual-path"));
        }
    }

    @Test
    void nothingOfItPrintsASecret() throws Exception {
        fixture.get("/", fixture.letIn());
        String printed = fixture.gateway + " " + fixture.gateways + " " + fixture.gateway.requests();

        assertThat(printed).doesNotContain(fixture.devbox.tunnel().token().reveal())
                .doesNotContain(fixture.devbox.tunnel().key().reveal());
    }

    private List<GatewayRequest> over() throws IOException {
        Awaitility.await().until(() -> fixture.gateway.requests().stream().allMatch(each -> each.took() != null));
        return fixture.gateway.requests();
    }
}
