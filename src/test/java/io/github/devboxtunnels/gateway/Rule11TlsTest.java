package io.github.devboxtunnels.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.time.SystemTimeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 11: the token goes to a tunnel whose certificate is trusted and is for that tunnel, and to no other. */
class Rule11TlsTest {

    private static SSLContext right;
    private static SSLContext wrong;
    private static Path folder;

    @BeforeAll
    static void make(@TempDir Path given) throws Exception {
        folder = given;
        Files.createDirectories(given.resolve("a"));
        Files.createDirectories(given.resolve("b"));
        right = new Certificate(given.resolve("a"), "*.tunnel.localhost").context();
        wrong = new Certificate(given.resolve("b"), "*.elsewhere.localhost").context();
    }

    @Test
    void aTrustedTunnelIsUsed() throws Exception {
        Tried tried = request(right, right);

        assertThat(tried.answer().text()).isEqualTo("ok");
        assertThat(tried.requests()).isEqualTo(1);
    }

    @Test
    void oneThatTheSystemDoesNotTrustGetsNothing() throws Exception {
        Tried tried = request(right, null);

        assertThat(tried.answer().status()).isEqualTo(502);
        assertThat(tried.answer().text()).contains("The tunnel did not answer");
        assertThat(tried.requests()).isZero();
    }

    @Test
    void aTrustedCertificateForAnotherHostGetsNothing() throws Exception {
        Tried tried = request(wrong, wrong);

        assertThat(tried.answer().status()).isEqualTo(502);
        assertThat(tried.requests()).isZero();
    }

    private record Tried(RawClient.Answer answer, int requests) {
    }

    private Tried request(SSLContext shown, @Nullable SSLContext trusted) throws Exception {
        var devbox = GatewayFixture.web(true);
        try (CountingUpstream upstream = new CountingUpstream(shown.getServerSocketFactory());
                Gateways gateways = Gateways.of(new GatewayOptions(new SystemTimeline(), folder.resolve("tickets"),
                        GatewayFixture.INSTALLATION, new NoNumbers(), id -> CompletableFuture.completedFuture(devbox),
                        trusted))) {
            RunningGateway gateway = gateways.start(new GatewayTarget(devbox, 3000,
                    new AddressTemplate("https", "tunnel.localhost:" + upstream.port())), new GatewayListener() {
                    });
            gateway.setLocalPrograms(true);
            try (RawClient client = RawClient.connect(gateway.origin().getPort())) {
                RawClient.Answer answer = client.send("GET / HTTP/1.1\r\nHost: "
                        + gateway.origin().getRawAuthority() + "\r\nAccept: text/html\r\n\r\n").read();
                return new Tried(answer, upstream.requests().size());
            }
        }
    }
}
