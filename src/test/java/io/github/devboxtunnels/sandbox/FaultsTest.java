package io.github.devboxtunnels.sandbox;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultsTest {

    private static final TunnelSettings OPEN = new TunnelSettings(AuthMode.OPEN, true, false);

    private final SimulatedTimeline time = new SimulatedTimeline();
    private Sandbox sandbox;
    private SandboxClient client;
    private String jobs;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults(), time);
        client = new SandboxClient(sandbox);
        jobs = sandbox.idOf("jobs-api");
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void refusalsCarryTheirHeadersAndChangeNothing() throws Exception {
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.tooManyRequests(Duration.ofSeconds(7)));
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.tooManyRequestsMillis(Duration.ofMillis(250)));
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.tooManyRequests());
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.unavailable());
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.unavailable(Duration.ofSeconds(3)));
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.unavailable(false));
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.conflict());
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.forbidden());
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.unauthorized());
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.notFound());
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.internalError());

        assertThat(header(enable(), 429, "retry-after")).isEqualTo("7");
        assertThat(header(enable(), 429, "retry-after-ms")).isEqualTo("250");
        assertThat(header(enable(), 429, "retry-after")).isEmpty();
        assertThat(header(enable(), 503, "x-should-retry")).isEmpty();
        assertThat(header(enable(), 503, "retry-after")).isEqualTo("3");
        assertThat(header(enable(), 503, "x-should-retry")).isEqualTo("false");
        assertThat(enable().statusCode()).isEqualTo(409);
        assertThat(enable().statusCode()).isEqualTo(403);
        assertThat(enable().statusCode()).isEqualTo(401);
        assertThat(enable().statusCode()).isEqualTo(404);
        assertThat(enable().statusCode()).isEqualTo(500);
        assertThat(sandbox.devbox(jobs).tunnel()).isNull();
        assertThat(sandbox.ledger().requests(Operation.ENABLE_TUNNEL)).noneMatch(Ledger.Request::committed);
        assertThat(enable().statusCode()).as("all orders are used up").isEqualTo(200);
    }

    @Test
    void ordersCountAndFitTheirOperationAndDevboxOnly() throws Exception {
        sandbox.faults().next(2, Operation.GET, Fault.internalError());
        sandbox.faults().next(Operation.KEEP_ALIVE, jobs, Fault.conflict());

        assertThat(client.get("/v1/devboxes").statusCode()).isEqualTo(200);
        assertThat(client.post("/v1/devboxes/" + sandbox.idOf("shop-page") + "/keep_alive", "").statusCode())
                .isEqualTo(200);
        assertThat(client.post("/v1/devboxes/" + jobs + "/keep_alive", "").statusCode()).isEqualTo(409);
        assertThat(get().statusCode()).isEqualTo(500);
        assertThat(get().statusCode()).isEqualTo(500);
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void whatAlwaysFailsDoesSoUntilItIsTakenBack() throws Exception {
        sandbox.faults().always(Fault.unavailable());
        assertThat(get().statusCode()).isEqualTo(503);
        assertThat(client.get("/v1/accounts/me").statusCode()).isEqualTo(503);

        sandbox.faults().clear();

        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void theConnectionEndsAfterTheTunnelWasMade() throws Exception {
        for (Fault fault : List.of(Fault.resetAfterCommit(), Fault.closeAfterCommit(), Fault.halfBody())) {
            sandbox.removeTunnel(jobs);
            sandbox.ledger().clear();
            sandbox.faults().next(Operation.ENABLE_TUNNEL, fault);

            assertThatThrownBy(this::enable).isInstanceOf(IOException.class);

            assertThat(sandbox.devbox(jobs).tunnel()).isNotNull();
            assertThat(sandbox.ledger().requests(Operation.ENABLE_TUNNEL)).singleElement()
                    .matches(Ledger.Request::committed).matches(request -> request.status() == 0);
        }
    }

    @Test
    void itEndsOverHttp2Too() throws Exception {
        try (HttpClient http2 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            for (Fault fault : List.of(Fault.resetAfterCommit(), Fault.closeAfterCommit(), Fault.halfBody())) {
                sandbox.removeTunnel(jobs);
                assertThat(http2.send(client.request("/v1/devboxes").build(), HttpResponse.BodyHandlers.ofString())
                        .version()).isEqualTo(HttpClient.Version.HTTP_2);
                sandbox.faults().next(Operation.ENABLE_TUNNEL, fault);

                assertThatThrownBy(() -> http2.send(client.posting(path("enable_tunnel"), "{}"),
                        HttpResponse.BodyHandlers.ofString())).isInstanceOf(IOException.class);

                assertThat(sandbox.devbox(jobs).tunnel()).isNotNull();
            }
        }
    }

    @Test
    void aResetIsARealResetAndACloseIsNot() throws Exception {
        sandbox.faults().next(Operation.GET, Fault.resetBeforeCommit());
        sandbox.faults().next(Operation.GET, Fault.closeAfterCommit());

        assertThatThrownBy(this::rawGet).isInstanceOf(SocketException.class);
        assertThat(rawGet()).isEmpty();
    }

    @Test
    void halfABodyBreaksOffInTheMiddle() throws Exception {
        sandbox.faults().next(Operation.GET, Fault.halfBody());

        String got = rawGet();

        assertThat(got).startsWith("HTTP/1.1 200").contains("{\"id\"");
        int length = Integer.parseInt(got.replaceAll("(?s).*content-length: (\\d+).*", "$1"));
        assertThat(got.substring(got.indexOf("\r\n\r\n") + 4)).hasSize(length / 2);
    }

    @Test
    void otherAnswersHideThatItWasDone() throws Exception {
        for (Fault fault : List.of(Fault.gatewayTimeoutAfterCommit(), Fault.htmlAfterCommit(),
                Fault.internalErrorAfterCommit())) {
            sandbox.removeTunnel(jobs);
            sandbox.faults().next(Operation.ENABLE_TUNNEL, fault);
            HttpResponse<String> answer = enable();
            assertThat(answer.body()).doesNotContain("tunnel_key");
            assertThat(sandbox.devbox(jobs).tunnel()).isNotNull();
        }
    }

    @Test
    void htmlComesInPlaceOfJson() throws Exception {
        sandbox.faults().next(Operation.LIST, Fault.html(502));

        HttpResponse<String> answer = client.get("/v1/devboxes");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("content-type")).contains("text/html");
        assertThat(answer.body()).startsWith("<!doctype html>");
    }

    @Test
    void aSlowAnswerIsCarriedOutAtOnceAndAStalledOneIsNot() throws Exception {
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.slowAnswer(Duration.ofSeconds(40)));
        CompletableFuture<HttpResponse<String>> slow = client.postLater(path("enable_tunnel"), "{}");
        Awaitility.await().until(() -> sandbox.devbox(jobs).tunnel() != null);
        assertThat(slow).isNotDone();
        Awaitility.await().until(() -> {
            time.advance(Duration.ofSeconds(40));
            return slow.isDone();
        });
        assertThat(slow.get().statusCode()).isEqualTo(200);

        sandbox.faults().next(Operation.REMOVE_TUNNEL, Fault.stalled(Duration.ofSeconds(5)));
        CompletableFuture<HttpResponse<String>> stalled = client.postLater(path("remove_tunnel"), "");
        Awaitility.await().until(() -> time.nextIn().filter(Duration.ofSeconds(5)::equals).isPresent());
        assertThat(sandbox.devbox(jobs).tunnel()).isNotNull();
        time.advance(Duration.ofSeconds(5));
        assertThat(stalled.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(sandbox.devbox(jobs).tunnel()).isNull();
    }

    @Test
    void answersTakeOtherShapes() throws Exception {
        String echo = "/v1/devboxes/" + sandbox.idOf("echo-service");
        sandbox.faults().next(Operation.GET, Fault.unknownStatus("hibernating"));
        sandbox.faults().next(Operation.GET, Fault.additionalMembers());
        sandbox.faults().next(Operation.GET, Fault.absentToken());
        sandbox.faults().next(Operation.GET, Fault.unknownAuthMode("public"));
        sandbox.faults().next(Operation.GET, Fault.absentForNull());
        sandbox.faults().next(Operation.GET, Fault.nullForAbsent());

        assertThat(SandboxClient.json(client.get(echo)).getString("status")).isEqualTo("hibernating");
        assertThat(SandboxClient.json(client.get(echo)).getJsonObject("tunnel").fieldNames())
                .contains("x_member_of_a_newer_version", "auth_token");
        assertThat(SandboxClient.json(client.get(echo)).getJsonObject("tunnel").fieldNames())
                .contains("auth_mode").doesNotContain("auth_token");
        assertThat(SandboxClient.json(client.get(echo)).getJsonObject("tunnel").getString("auth_mode"))
                .isEqualTo("public");
        assertThat(SandboxClient.json(client.get(echo)).fieldNames()).doesNotContain("end_time_ms", "snapshot_id");
        JsonObject shown = SandboxClient.json(client.get(echo));
        assertThat(shown.containsKey("mcp_specs")).isTrue();
        assertThat(shown.getValue("mcp_specs")).isNull();
    }

    @Test
    void aListRepeatsItsCursorForEver() throws Exception {
        sandbox.faults().next(2, Operation.LIST, Fault.repeatedCursor());

        JsonObject first = SandboxClient.json(client.get("/v1/devboxes?limit=3"));
        String last = first.getJsonArray("devboxes").getJsonObject(2).getString("id");
        JsonObject second = SandboxClient.json(client.get("/v1/devboxes?limit=3&starting_after=" + last));

        assertThat(second.getBoolean("has_more")).isTrue();
        assertThat(second.getJsonArray("devboxes")).isEqualTo(first.getJsonArray("devboxes"));
    }

    @Test
    void theServersClockGoesWrong() throws Exception {
        sandbox.faults().clockSkew(Duration.ofHours(1));
        HttpResponse<String> made = client.post("/v1/devboxes", "");
        assertThat(SandboxClient.json(made).getLong("create_time_ms"))
                .isEqualTo(time.now().plus(Duration.ofHours(1)).toEpochMilli());
        assertThat(made.headers().firstValue("date")).contains("Tue, 24 Nov 2026 15:00:00 GMT");

        sandbox.faults().clockSkew(Duration.ofHours(-1));
        Instant told = Instant.ofEpochMilli(SandboxClient.json(enable()).getLong("create_time_ms"));
        assertThat(told).isEqualTo(time.now().minus(Duration.ofHours(1)));
    }

    @Test
    void nobodyIsThereWhenOffline() throws Exception {
        sandbox.faults().offline(true);
        assertThatThrownBy(this::get).isInstanceOf(ConnectException.class);

        sandbox.faults().offline(false);
        assertThat(get().statusCode()).isEqualTo(200);
    }

    /** Many times: a socket that is let go of a moment later is seen only now and then. */
    @Test
    void goesOfflineAndComesBackAtOnce() throws Exception {
        for (int time = 0; time < 500; time++) {
            sandbox.faults().offline(true);
            assertThatThrownBy(() -> new Socket("127.0.0.1", sandbox.port()).close())
                    .isInstanceOf(ConnectException.class);
            sandbox.faults().offline(false);
            new Socket("127.0.0.1", sandbox.port()).close();
        }
    }

    @Test
    void anotherClientIsQuickerInTheGap() throws Exception {
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.otherClientEnables(OPEN));
        HttpResponse<String> answer = client.post(path("enable_tunnel"), "{\"auth_mode\":\"authenticated\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(sandbox.devbox(jobs).tunnel().open()).isTrue();

        sandbox.faults().next(Operation.GET, Fault.otherClientRemoves());
        assertThat(SandboxClient.json(get()).getValue("tunnel")).isNull();
    }

    @Test
    void aRetryUnderTheSameIdGetsTheResultThatWasLost() throws Exception {
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.gatewayTimeoutAfterCommit());
        var enable = java.net.http.HttpRequest.newBuilder(client.posting(path("enable_tunnel"), "{}"), (n, v) -> true)
                .header("x-request-id", "one").build();

        assertThat(client.send(enable).statusCode()).isEqualTo(504);
        assertThat(SandboxClient.json(client.send(enable)).getString("tunnel_key"))
                .isEqualTo(sandbox.devbox(jobs).tunnel().key().reveal());
    }

    private String rawGet() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("GET /v1/devboxes/" + jobs + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Bearer " + sandbox.key().reveal() + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        return client.get("/v1/devboxes/" + jobs);
    }

    private HttpResponse<String> enable() throws IOException, InterruptedException {
        return client.post(path("enable_tunnel"), "{}");
    }

    private String path(String verb) {
        return "/v1/devboxes/" + jobs + "/" + verb;
    }

    private static String header(HttpResponse<String> answer, int status, String name) {
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer.headers().firstValue(name).orElse("");
    }
}
