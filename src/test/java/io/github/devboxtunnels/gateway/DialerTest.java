package io.github.devboxtunnels.gateway;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A tunnel is found where the system says it is, and is still called by its name. */
class DialerTest {

    private static final int SECONDS = 20;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true));
    private final AtomicInteger lookups = new AtomicInteger();
    private final Dialer dialer = new Dialer(new UpstreamAddress(host -> {
        lookups.incrementAndGet();
        return new InetAddress[]{InetAddress.ofLiteral("127.0.0.1")};
    }, blocking -> vertx.executeBlocking(blocking, false), new SimulatedTimeline()));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void theNameStaysThatOfTheTunnelAndTheConnectionIsKept() throws Exception {
        SSLContext tls = new Certificate(folder, "*.tunnel.example").context();
        try (CountingUpstream upstream = new CountingUpstream(tls.getServerSocketFactory())) {
            HttpClient client = Upstream.client(vertx, tls, null);
            Target target = target(upstream.port());
            for (int i = 0; i < 3; i++) {
                assertThat(get(client, target)).isEqualTo("ok");
            }
            assertThat(upstream.last().one("host")).isEqualTo(target.address().getRawAuthority());
            assertThat(upstream.connections()).isEqualTo(1);
            assertThat(lookups).hasValue(1);
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws Exception {
        SSLContext tls = new Certificate(folder, "*.elsewhere.example").context();
        try (CountingUpstream upstream = new CountingUpstream(tls.getServerSocketFactory())) {
            HttpClient client = Upstream.client(vertx, tls, null);
            Target target = target(upstream.port());

            assertThatThrownBy(() -> get(client, target)).isInstanceOf(Exception.class);
            assertThat(upstream.requests()).isEmpty();
        }
    }

    @Test
    void afterAFailedConnectionTheSystemIsAskedAgain() throws Exception {
        int nobody;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            nobody = server.getLocalPort();
        }
        HttpClient client = Upstream.client(vertx, null, null);
        for (int i = 1; i < 4; i++) {
            assertThatThrownBy(() -> get(client, target(nobody))).isInstanceOf(Exception.class);
            assertThat(lookups).hasValue(i);
        }
    }

    private static Target target(int port) {
        return Target.of(GatewayFixture.web(true).tunnel(), 3000,
                new AddressTemplate("https", "tunnel.example:" + port));
    }

    private String get(HttpClient client, Target target) throws Exception {
        Promise<String> answer = Promise.promise();
        vertx.runOnContext(turn -> dialer.dial(client, target).compose(HttpClientRequest::send)
                .compose(response -> response.body()).map(Object::toString).onComplete(answer));
        return answer.future().await(SECONDS, TimeUnit.SECONDS);
    }
}
