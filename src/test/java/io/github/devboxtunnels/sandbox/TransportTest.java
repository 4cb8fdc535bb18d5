package io.github.devboxtunnels.sandbox;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.time.SystemTimeline;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TransportTest {

    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults(), new SystemTimeline());
        client = new SandboxClient(sandbox);
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void speaksHttp1AndHttp2WithAndWithoutUpgradeOnOnePort() throws Exception {
        assertThat(client.get("/v1/accounts/me").version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(upgraded().version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(priorKnowledge()).isEqualTo(HttpVersion.HTTP_2);
        assertThat(sandbox.ledger().requests(Operation.ACCOUNT)).extracting(Ledger.Request::httpVersion)
                .containsExactly("HTTP/1.1", "HTTP/2", "HTTP/2");
    }

    @Test
    void listensOnBothLoopbackAddresses() throws Exception {
        assertThat(raw("::1", "127.0.0.1", "Bearer " + sandbox.key().reveal())).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,200", "localhost,200", "[::1],200", "api.localhost,200", "LOCALHOST,200", "evil.example,421",
            "localhost.evil.example,421", "127.0.0.1.nip.example,421", "notlocalhost,421", "10.0.0.1,421"})
    void answersOnlyToNamesOfThisComputer(String host, int status) throws Exception {
        String bearer = "Bearer " + sandbox.key().reveal();

        assertThat(raw("127.0.0.1", host, bearer)).startsWith("HTTP/1.1 " + status);
        assertThat(raw("127.0.0.1", host + ":" + sandbox.port(), bearer)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void refusesAMissingAndAWrongKeyWithJson() throws Exception {
        URI list = URI.create(sandbox.baseUrl() + "/v1/devboxes");
        for (String bearer : new String[]{"", "Bearer", "Bearer ", "Bearer ak_wrong",
                "Basic " + sandbox.key().reveal()}) {
            HttpRequest.Builder request = HttpRequest.newBuilder(list);
            HttpResponse<String> answer = client
                    .send((bearer.isEmpty() ? request : request.header("Authorization", bearer)).build());
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("content-type")).contains("application/json");
            assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        }
    }

    @Test
    void unknownPathsAndIdsAre404AndWrongMethods405() throws Exception {
        assertThat(client.get("/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(client.get("/v1/devboxes/dbx_unknown").body()).isEqualTo("{\"message\":\"Devbox not found\"}");
        assertThat(client.post("/v1/accounts/me", "").statusCode()).isEqualTo(405);
    }

    @Test
    void compressesForThoseWhoAsk() throws Exception {
        HttpResponse<byte[]> zipped = HttpClient.newHttpClient().send(
                client.request("/v1/devboxes").header("Accept-Encoding", "br, gzip;q=0.5").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        String plain = client.send(client.request("/v1/devboxes").header("Accept-Encoding", "gzip;q=0").build()).body();

        assertThat(zipped.headers().firstValue("content-encoding")).contains("gzip");
        String unzipped = new String(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(unzipped).isEqualTo(plain);
    }

    @Test
    void aChangedDevboxShowsInACompressedListAtOnce() throws Exception {
        String id = sandbox.idOf("jobs-api");
        assertThat(zippedList()).doesNotContain("resuming");

        sandbox.setStatus(id, Kind.RESUMING);

        assertThat(zippedList()).contains("resuming");
    }

    @Test
    void theSameRequestIdGetsTheFirstResult() throws Exception {
        String path = "/v1/devboxes/" + sandbox.idOf("jobs-api") + "/enable_tunnel";
        HttpRequest enable = HttpRequest.newBuilder(client.posting(path, "{}"), (name, value) -> true)
                .header("x-request-id", "one").build();

        HttpResponse<String> first = client.send(enable);
        HttpResponse<String> again = client.send(enable);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(sandbox.ledger().tunnelChanges(sandbox.idOf("jobs-api"))).hasSize(1);
        assertThat(client.post(path, "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void theKeyIsNewAtEachStartUnlessGiven() {
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults(), new SystemTimeline());
                Sandbox given = Sandbox.start(SandboxOptions.defaults().withKey(Secret.of("ak_given")),
                        new SystemTimeline())) {
            assertThat(other.key()).isNotEqualTo(sandbox.key());
            assertThat(given.key().reveal()).isEqualTo("ak_given");
        }
    }

    @Test
    void theLedgerKeepsNoSecret() throws Exception {
        String id = sandbox.idOf("jobs-api");
        client.post("/v1/devboxes/" + id + "/enable_tunnel", "{\"auth_mode\":\"authenticated\"}");
        var tunnel = sandbox.devbox(id).tunnel();

        assertThat(sandbox.ledger().requests().toString() + sandbox.ledger().tunnelChanges() + sandbox.devboxes()
                + sandbox.ledger().visits()).doesNotContain(sandbox.key().reveal(), tunnel.key().reveal(),
                        tunnel.token().reveal());
        assertThat(sandbox.ledger().requests(Operation.ENABLE_TUNNEL)).singleElement()
                .matches(Ledger.Request::authorized).matches(Ledger.Request::committed)
                .matches(request -> request.headerNames().contains("authorization"));
    }

    private String zippedList() throws Exception {
        HttpResponse<byte[]> zipped = HttpClient.newHttpClient().send(
                client.request("/v1/devboxes").header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return new String(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes(),
                StandardCharsets.UTF_8);
    }

    private HttpResponse<String> upgraded() throws Exception {
        try (HttpClient http2 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            return http2.send(client.request("/v1/accounts/me").build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpVersion priorKnowledge() throws Exception {
        Vertx vertx = Vertx.vertx();
        // Vert.x closes a client that nobody holds.
        HttpClientAgent http2 = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        try {
            Promise<HttpVersion> version = Promise.promise();
            vertx.runOnContext(turn -> http2.request(HttpMethod.GET, sandbox.port(), "127.0.0.1", "/v1/accounts/me")
                    .map(request -> request.putHeader("authorization", "Bearer " + sandbox.key().reveal()))
                    .compose(HttpClientRequest::send)
                    .compose(response -> response.body().map(body -> response.version()))
                    .onComplete(version));
            return version.future().await(10, TimeUnit.SECONDS);
        } finally {
            http2.close().await();
            vertx.close().await();
        }
    }

    private String raw(String address, String host, String bearer) throws Exception {
        try (Socket socket = new Socket(InetAddress.getByName(address), sandbox.port())) {
            socket.setSoTimeout(10_000);
            String head = "GET /v1/accounts/me HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.formatted(host, bearer).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void otherOriginsAreAllThePortSays() {
        assertThat(Map.of("baseUrl", sandbox.baseUrl().toString(), "template", sandbox.tunnelUrlTemplate()))
                .containsEntry("baseUrl", "http://127.0.0.1:" + sandbox.port())
                .containsEntry("template", "http://{port}-{tunnel_key}.tunnel.localhost:" + sandbox.port());
    }
}
