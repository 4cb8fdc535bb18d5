package io.github.devboxtunnels.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final SandboxCommand command = new SandboxCommand(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void printsOneLineAndServesUntilStopped() throws Exception {
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(
                () -> exit.complete(command.run(List.of("--serve-sandbox", "--devboxes", "3", "--seed", "9"))));
        Awaitility.await().until(() -> out.toString(StandardCharsets.UTF_8).endsWith("\n"));
        JsonObject line = new JsonObject(out.toString(StandardCharsets.UTF_8));
        String base = line.getString("baseUrl");

        assertThat(line.fieldNames()).containsExactly("baseUrl", "apiKey", "tunnelUrlTemplate");
        assertThat(new JsonObject(call(line, "GET", "/v1/devboxes", "")).getJsonArray("devboxes")).hasSize(3);
        assertThat(line.getString("tunnelUrlTemplate"))
                .isEqualTo("http://{port}-{tunnel_key}.tunnel.localhost:" + URI.create(base).getPort());

        thread.interrupt();
        assertThat(exit.get(20, TimeUnit.SECONDS)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void faultsAreOrderedFromOutside() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(),
                new io.github.devboxtunnels.time.SystemTimeline());
                SandboxClient client = new SandboxClient(sandbox)) {
            assertThat(client.post("/_sandbox/faults",
                    "{\"operation\":\"list\",\"fault\":\"too_many_requests\",\"times\":-1,\"value\":5}").statusCode())
                    .isEqualTo(200);
            assertThat(client.get("/v1/devboxes").statusCode()).isEqualTo(429);
            assertThat(client.get("/v1/accounts/me").statusCode()).isEqualTo(200);
            client.send(client.request("/_sandbox/faults").DELETE().build());
            assertThat(client.get("/v1/devboxes").statusCode()).isEqualTo(200);
            assertThat(client.post("/_sandbox/faults", "{\"fault\":\"boredom\"}").statusCode()).isEqualTo(400);
            assertThat(client.get("/_sandbox/ledger").body()).contains("\"status\":429")
                    .doesNotContain(sandbox.key().reveal());
            assertThat(client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/_sandbox/faults")).DELETE()
                    .build()).statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port x", "--port", "--port 70000", "--devboxes -3", "--seed", "--what"})
    void wrongUseIsToldInOneLine(String words) {
        assertThat(command.run(List.of(words.split(" ")))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(out.size()).isZero();
    }

    @Test
    void aTakenPortIsToldInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertThat(command.run(List.of("--port", Integer.toString(taken.getLocalPort())))).isEqualTo(1);
        }
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    private static String call(JsonObject line, String method, String path, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(line.getString("baseUrl") + path))
                    .header("Authorization", "Bearer " + line.getString("apiKey"))
                    .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
