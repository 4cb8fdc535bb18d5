package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.time.SystemTimeline;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A caller that goes while the gateway still connects takes its request along. */
class LeavingTest {

    private final Semaphore handshakes = new Semaphore(0);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"GET /left HTTP/1.1\r\nHost: %s\r\n\r\n",
            "POST /left HTTP/1.1\r\nHost: %s\r\nContent-Length: 1000\r\n\r\nhalf"})
    void nothingIsAskedOfTheTunnelForACallerThatLeft(String request) throws Exception {
        try (Tunnel tunnel = new Tunnel()) {
            RawClient leaving = tunnel.connect().send(request.formatted(tunnel.host()));
            Awaitility.await().until(() -> tunnel.gateway.activity().lastForwarded() != null);
            leaving.close();
            Awaitility.await().until(() -> tunnel.gateway.requests().getFirst().took() != null);
            handshakes.release(10);

            assertThat(tunnel.get("/next").text()).isEqualTo("ok");
            assertThat(tunnel.get("/last").text()).isEqualTo("ok");
            assertThat(tunnel.upstream.requests()).extracting(CountingUpstream.Got::line)
                    .containsExactly("GET /next HTTP/1.1", "GET /last HTTP/1.1");
            assertThat(tunnel.upstream.bytes()).as("no half request either").isEqualTo(
                    tunnel.upstream.requests().stream().mapToLong(got -> got.head().length()).sum());
        }
    }

    /** A tunnel that lets its callers wait for the handshake of TLS, and the gateway to it. */
    private final class Tunnel implements AutoCloseable {

        private final SSLContext trust = new Certificate(folder, "*.tunnel.localhost").context();
        private final CountingUpstream upstream = new CountingUpstream(new SlowHandshakes(trust));
        private final Gateways gateways;
        private final RunningGateway gateway;

        Tunnel() throws Exception {
            var devbox = GatewayFixture.web(true);
            gateways = Gateways.of(new GatewayOptions(new SystemTimeline(), folder.resolve("tickets"),
                    GatewayFixture.INSTALLATION, new NoNumbers(), id -> CompletableFuture.completedFuture(devbox),
                    trust));
            gateway = gateways.start(new GatewayTarget(devbox, 3000,
                    new AddressTemplate("https", "tunnel.localhost:" + upstream.port())), new GatewayListener() {
                    });
            gateway.setLocalPrograms(true);
        }

        String host() {
            return gateway.origin().getRawAuthority();
        }

        RawClient connect() throws IOException {
            return RawClient.connect(gateway.origin().getPort());
        }

        RawClient.Answer get(String path) throws IOException {
            try (RawClient client = connect()) {
                return client.send("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\n\r\n").read();
            }
        }

        @Override
        public void close() {
            gateways.close();
            upstream.close();
        }
    }

    private final class SlowHandshakes extends ServerSocketFactory {

        private final SSLContext shown;

        SlowHandshakes(SSLContext shown) {
            this.shown = shown;
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress at) throws IOException {
            return new ServerSocket(port, backlog, at) {
                @Override
                public Socket accept() throws IOException {
                    Socket plain = super.accept();
                    handshakes.acquireUninterruptibly();
                    return shown.getSocketFactory().createSocket(plain, null, true);
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return createServerSocket(port, 0, InetAddress.ofLiteral("127.0.0.1"));
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return createServerSocket(port);
        }
    }
}
