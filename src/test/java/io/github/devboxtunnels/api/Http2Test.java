package io.github.devboxtunnels.api;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.TunnelSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.github.devboxtunnels.api.ApiFixture.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Over TLS, with a server that offers HTTP/2. */
class Http2Test {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().httpDisabled(true).dynamicHttpsPort()).build();

    private final ApiFixture.SleepLog timeline = new ApiFixture.SleepLog();
    private HttpRunloopApi api;

    @BeforeEach
    void open() throws Exception {
        api = HttpRunloopApi.open(ApiFixture.connection("https://localhost:" + SERVER.getHttpsPort()), timeline, "1",
                () -> 0, trustingAll());
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void takesHttp2WhereItIsOffered() throws Exception {
        SERVER.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(okJson("{\"id\":\"dbx_1\"}")));
        assertThat(api.get("dbx_1").id()).isEqualTo("dbx_1");
        api.removeTunnel("dbx_1");
        assertThat(SERVER.getAllServeEvents()).hasSize(2)
                .allMatch(event -> event.getRequest().getProtocol().equals("HTTP/2.0"));
    }

    @Test
    void anActionWhoseConnectionBreaksIsSentOnce() {
        SERVER.stubFor(WireMock.any(WireMock.anyUrl())
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(problemOf(() -> api.enableTunnel("dbx_1", new TunnelSettings(AuthMode.AUTHENTICATED, true, false))))
                .isEqualTo(new Problem.Unanswered(false));
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    void aConnectionThatDiedWithoutAWordIsNotUsedAgain() throws Exception {
        SERVER.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(okJson("{\"id\":\"dbx_1\"}")));
        try (Relay relay = new Relay(SERVER.getHttpsPort());
                HttpRunloopApi through = HttpRunloopApi.open(
                        ApiFixture.connection("https://localhost:" + relay.port()), timeline, "1", () -> 0,
                        trustingAll())) {
            through.get("dbx_1");
            relay.die();
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> idOf(through));
            await().until(relay::swallowed);
            timeline.time.advance(ApiCall.read("").timeout());
            assertThat(answer).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("dbx_1");
        }
    }

    private static String idOf(HttpRunloopApi api) {
        try {
            return api.get("dbx_1").id();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private static SSLContext trustingAll() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[]{new TrustAll()}, null);
        return context;
    }

    /** The server of the test signs for itself. */
    private static final class TrustAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
