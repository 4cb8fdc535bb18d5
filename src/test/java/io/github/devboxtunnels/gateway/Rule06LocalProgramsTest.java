package io.github.devboxtunnels.gateway;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 6: a switch lets programs in, never pages, and other users not at all. */
class Rule06LocalProgramsTest {

    private final GatewayFixture fixture = new GatewayFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void itIsOffAtFirstAndLetsProgramsInWhileItIsOn() throws Exception {
        assertThat(fixture.gateway.localPrograms()).isFalse();
        assertThat(fixture.exchange("GET", "/").status()).isEqualTo(403);

        fixture.gateway.setLocalPrograms(true);
        assertThat(fixture.exchange("GET", "/").status()).isEqualTo(200);
        assertThat(fixture.exchange("POST", "/", "Content-Length: 0").status()).isEqualTo(200);

        fixture.gateway.setLocalPrograms(false);
        assertThat(fixture.exchange("GET", "/").status()).isEqualTo(403);
    }

    @Test
    void whatABrowserSendsKeepsTheCookieNeeded() throws Exception {
        fixture.gateway.setLocalPrograms(true);

        assertThat(fixture.exchange("GET", "/", "Origin: " + fixture.origin()).status()).isEqualTo(403);
        assertThat(fixture.exchange("GET", "/", "Referer: " + fixture.origin() + "/").status()).isEqualTo(403);
        assertThat(fixture.exchange("GET", "/", "Sec-Fetch-Site: same-origin").status()).isEqualTo(403);
        assertThat(fixture.exchange("GET", "/", "Sec-Fetch-Whatever: x").status()).isEqualTo(403);
        assertThat(fixture.exchange("GET", "/", "Host: localhost:" + fixture.number()).status()).isEqualTo(421);
    }

    @Test
    void thisUsersConnectionIsFoundInTheSystemsTables() throws Exception {
        List<Path> tables = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
        long uid = ((Number) Files.getAttribute(Path.of("/proc/self"), "unix:uid")).longValue();
        for (String address : List.of("127.0.0.1", "::1")) {
            try (ServerSocket server = new ServerSocket(0, 1, java.net.InetAddress.ofLiteral(address));
                    Socket client = new Socket(address, server.getLocalPort());
                    Socket accepted = server.accept()) {
                InetSocketAddress peer = (InetSocketAddress) accepted.getRemoteSocketAddress();
                InetSocketAddress here = (InetSocketAddress) accepted.getLocalSocketAddress();
                assertThat(new PeerOwner(tables, uid).oursIs(peer, here)).isTrue();
                assertThat(new PeerOwner(tables, uid + 1).oursIs(peer, here)).isFalse();
                assertThat(new PeerOwner(List.of(), uid + 1).oursIs(peer, here)).isTrue();
                assertThat(client.isConnected()).isTrue();
            }
        }
    }
}
