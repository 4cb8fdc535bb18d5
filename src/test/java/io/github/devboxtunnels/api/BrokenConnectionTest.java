package io.github.devboxtunnels.api;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.model.TunnelSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.github.devboxtunnels.api.ApiFixture.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Connections that break, stall or say something else, at the level of bytes. */
@Timeout(60)
class BrokenConnectionTest {

    private static final String BOX = "{\"id\":\"dbx_1\",\"status\":\"running\"}";
    private static final TunnelSettings PRIVATE = new TunnelSettings(AuthMode.AUTHENTICATED, true, false);
    private static final Problem UNANSWERED = new Problem.Unanswered(false);
    private static final Problem TIMED_OUT = new Problem.Unanswered(true);

    private final ApiFixture.SleepLog timeline = new ApiFixture.SleepLog();

    @Test
    void nothingListens() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        try (var api = ApiFixture.client("http://127.0.0.1:" + free, timeline)) {
            assertThat(problemOf(() -> api.get("dbx_1"))).isInstanceOf(Problem.Offline.class);
            assertThat(timeline.slept).hasSize(2);
            assertThat(problemOf(() -> api.enableTunnel("dbx_1", PRIVATE))).isInstanceOf(Problem.Offline.class);
            assertThat(timeline.slept).as("nothing was sent, so an action is repeated too").hasSize(4);
        }
    }

    @Test
    void theHostNameIsUnknown() throws Exception {
        try (var api = ApiFixture.client("https://api.invalid", timeline)) {
            assertThat(problemOf(() -> api.get("dbx_1"))).isInstanceOf(Problem.Offline.class);
        }
    }

    @Test
    void theCertificateIsNotTrusted() {
        WireMockServer server = new WireMockServer(
                WireMockConfiguration.options().httpDisabled(true).dynamicHttpsPort());
        server.start();
        try (var api = ApiFixture.client("https://localhost:" + server.httpsPort(), timeline)) {
            assertThat(problemOf(() -> api.get("dbx_1"))).isInstanceOf(Problem.UntrustedCertificate.class);
            assertThat(problemOf(() -> api.enableTunnel("dbx_1", PRIVATE)))
                    .isInstanceOf(Problem.UntrustedCertificate.class);
            assertThat(timeline.slept).isEmpty();
            assertThat(server.getAllServeEvents()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void httpsToAServerThatSpeaksPlainHttp() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                var api = ApiFixture.client("https://localhost:" + server.port(), timeline)) {
            assertThat(problemOf(() -> api.get("dbx_1"))).isInstanceOf(Problem.Offline.class);
        }
    }

    @Test
    void closedOrResetAfterTheRequest() throws Exception {
        try (var server = RawServer.start((request, socket, out) -> false);
                var api = ApiFixture.client(server.url(), timeline)) {
            assertThat(problemOf(() -> api.enableTunnel("dbx_1", PRIVATE))).isEqualTo(UNANSWERED);
            assertThat(server.requests).hasSize(1);
            assertThat(problemOf(() -> api.get("dbx_1"))).isEqualTo(UNANSWERED);
        }
        try (var server = RawServer.start((request, socket, out) -> {
            RawServer.reset(socket);
            return false;
        }); var api = ApiFixture.client(server.url(), timeline)) {
            assertThat(problemOf(() -> api.removeTunnel("dbx_1"))).isEqualTo(UNANSWERED);
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void anActionOnAConnectionThatTheServerGaveUpIsSentOnce() throws Exception {
        try (var server = RawServer.start((request, socket, out) -> {
            if (request.startsWith("POST")) {
                return false;
            }
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + BOX.length() + "\r\n\r\n" + BOX)
                    .getBytes(StandardCharsets.UTF_8));
            return true;
        }); var api = ApiFixture.client(server.url(), timeline)) {
            api.get("dbx_1");
            assertThat(problemOf(() -> api.enableTunnel("dbx_1", PRIVATE))).isEqualTo(UNANSWERED);
            assertThat(server.connections).as("the connection was used again").hasSize(1);
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void halfABodyIsNoAnswer() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n"
                + "{\"tunnel_key\":\"k1\",\"auth_mo";
        try (var server = RawServer.saying(answer); var api = ApiFixture.client(server.url(), timeline)) {
            assertThat(problemOf(() -> api.enableTunnel("dbx_1", PRIVATE))).isEqualTo(UNANSWERED);
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void halfAChunkedBodyIsRepeatedForAReadUntilItIsWhole() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        AtomicReference<Integer> tries = new AtomicReference<>(0);
        try (var server = RawServer.start((request, socket, out) -> {
            int turn = tries.updateAndGet(n -> n + 1);
            String body = turn < 3
                    ? "10\r\n" + BOX.substring(0, 16) + "\r\n"
                    : Integer.toHexString(BOX.length()) + "\r\n" + BOX + "\r\n0\r\n\r\n";
            out.write((head + body).getBytes(StandardCharsets.UTF_8));
            return false;
        }); var api = ApiFixture.client(server.url(), timeline)) {
            assertThat(api.get("dbx_1").id()).isEqualTo("dbx_1");
            assertThat(server.requests).hasSize(3);
        }
    }

    @Test
    void aBodyThatBreaksOffDoesNotUndoARemoval() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{");
                var api = ApiFixture.client(server.url(), timeline)) {
            api.removeTunnel("dbx_1");
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void anErrorWhoseBodyBreaksOffIsStillThatError() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 400 Bad Request\r\nContent-Length: 99\r\n\r\n{\"mess");
                var api = ApiFixture.client(server.url(), timeline)) {
            assertThat(problemOf(() -> api.enableTunnel("dbx_1", PRIVATE))).isInstanceOf(Problem.Refused.class);
        }
    }

    @Test
    void aPageInsteadOfJson() throws Exception {
        String html = "<html><body>It works, key " + ApiFixture.KEY.reveal() + "</body></html>";
        try (var server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: " + html.length() + "\r\n\r\n" + html);
                var api = ApiFixture.client(server.url(), timeline)) {
            assertThat(problemOf(() -> api.get("dbx_1"))).isInstanceOf(Problem.Malformed.class)
                    .asString().doesNotContain(ApiFixture.KEY.reveal());
            assertThat(server.requests).as("another try would not help").hasSize(1);
        }
    }

    @Test
    void anEmptyAnswerAndOneWithoutWhatMatters() throws Exception {
        for (String body : new String[]{"", "null", "[]", "\"x\"", "{}", "{\"status\":\"running\"}", BOX + "}"}) {
            try (var server = RawServer
                    .saying("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
                    var api = ApiFixture.client(server.url(), timeline)) {
                assertThat(problemOf(() -> api.get("dbx_1"))).as(body).isInstanceOf(Problem.Malformed.class);
                assertThat(problemOf(() -> api.enableTunnel("dbx_1", PRIVATE))).as(body)
                        .isInstanceOf(Problem.Malformed.class);
                assertThat(problemOf(() -> api.list(new DevboxQuery(null, 10, null, false)))).as(body)
                        .isInstanceOf(Problem.Malformed.class);
            }
        }
    }

    @Test
    void aServerThatDoesNotSpeakHttpAndEchoesTheKey() throws Exception {
        try (var server = RawServer.start((request, socket, out) -> {
            out.write(request.getBytes(StandardCharsets.UTF_8));
            return false;
        }); var api = ApiFixture.client(server.url(), timeline)) {
            ProblemException failure = org.assertj.core.api.Assertions.catchThrowableOfType(ProblemException.class,
                    () -> api.get("dbx_1"));
            assertThat(failure.problem()).isEqualTo(UNANSWERED);
            assertThat(failure).hasStackTraceContaining("ProblemException").hasNoCause();
            assertThat(failure.toString()).doesNotContain(ApiFixture.KEY.reveal());
        }
    }

    @Test
    void unpacksGzip() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(BOX.getBytes(StandardCharsets.UTF_8));
        }
        try (var server = RawServer.start((request, socket, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            packed.writeTo(out);
            return true;
        }); var api = ApiFixture.client(server.url(), timeline)) {
            assertThat(api.get("dbx_1").id()).isEqualTo("dbx_1");
            assertThat(server.requests.getFirst().toLowerCase(java.util.Locale.ROOT))
                    .contains("accept-encoding: gzip");
        }
    }

    @Test
    void saysItIsGzipAndIsNot() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 36\r\n\r\n"
                + "{\"id\":\"dbx_1\",\"status\":\"running\"}  "); var api = ApiFixture.client(server.url(), timeline)) {
            assertThat(problemOf(() -> api.get("dbx_1"))).isInstanceOf(Problem.Malformed.class);
        }
    }

    @Test
    void anActionWithoutAnAnswerTimesOutAfterHalfAMinuteAndIsNotRepeated() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (var server = RawServer.start((request, socket, out) -> {
            asked.countDown();
            return true;
        }); var api = ApiFixture.client(server.url(), timeline)) {
            var problem = inBackground(() -> api.enableTunnel("dbx_1", PRIVATE));
            asked.await();
            timeline.time.advance(Duration.ofSeconds(29));
            assertThat(problem).isNotDone();
            timeline.time.advance(Duration.ofSeconds(1));
            assertThat(problem.get()).isEqualTo(TIMED_OUT);
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void aBodyThatStallsTimesOutToo() throws Exception {
        try (var server = RawServer.start((request, socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"tunnel_key\":".getBytes(StandardCharsets.UTF_8));
            return true;
        }); var api = ApiFixture.client(server.url(), timeline)) {
            var problem = inBackground(() -> api.enableTunnel("dbx_1", PRIVATE));
            await().until(() -> timeline.time.scheduled() == 1 && !server.requests.isEmpty());
            timeline.time.advance(Duration.ofSeconds(30));
            assertThat(problem.get()).isEqualTo(TIMED_OUT);
        }
    }

    @Test
    void aReadThatTimesOutIsRepeatedOnce() throws Exception {
        try (var server = RawServer.start((request, socket, out) -> true);
                var api = ApiFixture.client(server.url(), timeline)) {
            var problem = inBackground(() -> api.get("dbx_1"));
            await().until(() -> server.requests.size() == 1);
            timeline.time.advance(Duration.ofSeconds(30));
            await().until(() -> server.requests.size() == 2);
            timeline.time.advance(Duration.ofSeconds(30));
            assertThat(problem.get()).isEqualTo(TIMED_OUT);
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void aLongPollMayTakeAsLongAsTheServerHoldsIt() throws Exception {
        try (var server = RawServer.start((request, socket, out) -> true);
                var api = ApiFixture.client(server.url(), timeline)) {
            var problem = inBackground(() -> api.waitForStatus("dbx_1", Set.of(DevboxStatus.Kind.RUNNING),
                    Duration.ofSeconds(30)));
            await().until(() -> server.requests.size() == 1);
            timeline.time.advance(Duration.ofSeconds(34));
            assertThat(problem).isNotDone();
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void interruptingEndsACallEarly() throws Exception {
        for (String begin : new String[]{"", "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"}) {
            try (var server = RawServer.start((request, socket, out) -> {
                out.write(begin.getBytes(StandardCharsets.UTF_8));
                return true;
            }); var api = ApiFixture.client(server.url(), timeline)) {
                CompletableFuture<Throwable> end = new CompletableFuture<>();
                Thread caller = Thread.ofVirtual().start(() -> {
                    try {
                        api.get("dbx_1");
                    } catch (Throwable e) {
                        end.complete(e);
                    }
                });
                await().until(() -> server.requests.size() == 1);
                caller.interrupt();
                assertThat(end.get()).isInstanceOf(InterruptedException.class);
                assertThat(server.requests).hasSize(1);
                assertThat(timeline.time.scheduled()).as("no alarm is left").isZero();
            }
        }
    }

    @Test
    void closingEndsCallsInFlightWithoutAnotherTry() throws Exception {
        try (var server = RawServer.start((request, socket, out) -> true)) {
            var api = ApiFixture.client(server.url(), timeline);
            var problem = inBackground(() -> api.get("dbx_1"));
            await().until(() -> server.requests.size() == 1);
            api.close();
            assertThat(problem.get()).isEqualTo(UNANSWERED);
            assertThat(server.requests).hasSize(1);
            assertThat(problemOf(() -> api.get("dbx_1"))).isNotNull();
            assertThat(timeline.slept).isEmpty();
        }
    }

    @Test
    void neverMoreThan32CallsAtOnce() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (var server = RawServer.start((request, socket, out) -> {
            goOn.await();
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + BOX.length() + "\r\n\r\n" + BOX)
                    .getBytes(StandardCharsets.UTF_8));
            return true;
        }); var api = ApiFixture.client(server.url(), timeline)) {
            CountDownLatch answered = new CountDownLatch(100);
            for (int i = 0; i < 100; i++) {
                boolean poll = i % 2 == 0;
                Thread.ofVirtual().start(() -> {
                    try {
                        if (poll) {
                            api.waitForStatus("dbx_1", Set.of(DevboxStatus.Kind.RUNNING), Duration.ofSeconds(10));
                        } else {
                            api.get("dbx_1");
                        }
                        answered.countDown();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            await().until(() -> server.requests.size() == 32);
            await().during(Duration.ofMillis(300)).until(() -> server.requests.size() == 32);
            goOn.countDown();
            answered.await();
            assertThat(server.requests).hasSize(100);
            assertThat(server.connections.size()).as("connections are used again").isLessThanOrEqualTo(40);
        }
    }

    private static CompletableFuture<Problem> inBackground(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        CompletableFuture<Problem> end = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                end.complete(problemOf(call));
            } catch (Throwable e) {
                end.completeExceptionally(e);
            }
        });
        return end;
    }
}
