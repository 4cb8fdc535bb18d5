package io.github.devboxtunnels.gateway;

import java.time.Duration;
import java.util.Map;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 12: a sleeping devbox stays asleep unless a person clicks. */
class Rule12AsleepTest {

    private final SimulatedTimeline time = new SimulatedTimeline();
    private final GatewayFixture fixture = new GatewayFixture(time);
    private String cookie;

    @BeforeEach
    void letIn() throws Exception {
        cookie = fixture.letIn();
        // The click on Open was for the page that is open now.
        fixture.get("/", cookie, GatewayFixture.navigation());
        fixture.upstream.forget();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aServiceUnavailableOfARunningDevboxPassesUnchanged() throws Exception {
        fixture.upstream.answer(got -> "HTTP/1.1 503 Busy\r\nRetry-After: 77\r\nContent-Length: 4\r\n\r\nbusy");
        RawClient.Answer answer = fixture.get("/", cookie, GatewayFixture.navigation());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.one("retry-after")).isEqualTo("77");
        assertThat(answer.text()).isEqualTo("busy");
    }

    @Test
    void nothingOfAForgottenTabReachesTheTunnel() throws Exception {
        fixture.becomes(Kind.SUSPENDED);

        RawClient.Answer poll = fixture.get("/api", cookie, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors",
                "Sec-Fetch-Dest: empty");
        assertThat(poll.status()).isEqualTo(503);
        assertThat(poll.one("retry-after")).isEqualTo("5");
        assertThat(poll.text()).isEqualTo("The devbox is not running. Nothing was sent to it.\n");
        RawClient.Answer reload = fixture.get("/", cookie, GatewayFixture.navigation());
        assertThat(reload.status()).isEqualTo(503);
        assertThat(reload.text()).contains("web is asleep", "Wake web").doesNotContain("http-equiv=\"refresh\"");
        RawClient.Answer prefetch = fixture.get("/", cookie, GatewayFixture.navigation("Sec-Purpose: prefetch"));
        assertThat(prefetch.status()).isEqualTo(503);
        assertThat(fixture.upstream.requests()).isEmpty();
    }

    @Test
    void aFormIsKeptBackAndTheePageSaysSo() throws Exception {
        fixture.becomes(Kind.SUSPENDED);
        RawClient.Answer answer = fixture.exchange("POST", "/", GatewayFixture.navigation("Cookie: " + cookie,
                "Origin: " + fixture.origin(), "Content-Length: 0"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("Your form was not sent").doesNotContain("http-equiv=\"refresh\"");
        assertThat(fixture.upstream.requests()).isEmpty();
    }

    @Test
    void theWakeButtonSendsOneRequestAndThePageOpensWhenTheDevboxRuns() throws Exception {
        fixture.becomes(Kind.SUSPENDED);
        fixture.upstream.answer(got -> "HTTP/1.1 503 Waking\r\nRetry-After: 5\r\nContent-Length: 3\r\n\r\nraw");

        RawClient.Answer clicked = wake("/page?a=b");
        assertThat(clicked.status()).isEqualTo(303);
        assertThat(clicked.one("location")).isEqualTo(fixture.origin() + "/page?a=b");
        RawClient.Answer waking = look("/page?a=b");
        assertThat(waking.status()).isEqualTo(503);
        assertThat(waking.text()).contains("web is waking up", "http-equiv=\"refresh\" content=\"2\"")
                .doesNotContain("raw");
        assertThat(fixture.upstream.requests()).hasSize(1);

        assertThat(look("/page?a=b").text()).contains("web is waking up");
        fixture.becomes(Kind.RESUMING);
        assertThat(look("/page?a=b").text()).contains("web is waking up");
        assertThat(fixture.upstream.requests()).hasSize(1);

        fixture.upstream.answer(got -> CountingUpstream.ok("awake"));
        fixture.becomes(Kind.RUNNING);
        assertThat(look("/page?a=b").text()).isEqualTo("awake");
    }

    @Test
    void aClickOnOpenWakesOnceToo() throws Exception {
        fixture.becomes(Kind.SUSPENDED);
        String second = fixture.letIn();

        fixture.get("/", second, GatewayFixture.navigation());
        fixture.get("/", second, GatewayFixture.navigation());

        assertThat(fixture.upstream.requests()).hasSize(1);
    }

    @Test
    void aClickIsNotGoodForLong() throws Exception {
        fixture.becomes(Kind.SUSPENDED);
        fixture.letIn();
        time.advance(Duration.ofSeconds(61));

        assertThat(look("/").text()).contains("web is asleep");
        assertThat(fixture.upstream.requests()).isEmpty();
    }

    @Test
    void waitingStopsAfterAMinuteAndSaysSo() throws Exception {
        fixture.becomes(Kind.RESUMING);
        assertThat(look("/").text()).contains("web is waking up");
        time.advance(Duration.ofSeconds(61));

        RawClient.Answer late = look("/");
        assertThat(late.text()).contains("web has not woken up yet", "Wait again")
                .doesNotContain("http-equiv=\"refresh\"");
        wake("/");
        assertThat(look("/").text()).contains("web is waking up");
        assertThat(fixture.upstream.requests()).isEmpty();
    }

    @Test
    void aDevboxThatDoesNotWakeOnAVisitIsNotVisited() throws Exception {
        fixture.becomes(Devboxes.from(fixture.devbox).kind(Kind.SUSPENDED).ruledWakeOnHttp(false).build());
        wake("/");

        assertThat(look("/").text()).contains("A visit does not wake this devbox").doesNotContain("Wake web");
        assertThat(fixture.upstream.requests()).isEmpty();
    }

    @Test
    void onlyAPersonOnOurPageWakes() throws Exception {
        fixture.becomes(Kind.SUSPENDED);

        assertThat(fixture.post(Pages.WAKE, Map.of(), "Cookie: " + cookie, "Origin: " + fixture.origin(),
                "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty").status())
                .isEqualTo(403);
        assertThat(fixture.post(Pages.WAKE, Map.of(), "Origin: " + fixture.origin()).status()).isEqualTo(403);
        assertThat(look("/").text()).contains("web is asleep");
        assertThat(fixture.upstream.requests()).isEmpty();
    }

    @Test
    void whatIsOpenIsCutWhenTheDevboxGoesToSleep() throws Exception {
        fixture.upstream.answerRaw((got, in, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "9\r\ndata: 1\n\n\r\n").getBytes());
            out.flush();
            return in.read() >= 0;
        });
        try (RawClient client = fixture.connect()) {
            client.send(fixture.request("GET", "/events", "Cookie: " + cookie));
            assertThat(CountingUpstream.head(client.in())).contains("text/event-stream");
            Awaitility.await().until(() -> fixture.gateway.activity().streams() == 1);

            fixture.becomes(Kind.SUSPENDING);

            assertThat(client.rest()).contains("data: 1").doesNotContain("0\r\n\r\n");
            Awaitility.await().until(() -> fixture.upstream.connections() == 0);
            Awaitility.await().until(() -> fixture.gateway.activity().streams() == 0);
        }
    }

    @Test
    void whatIsKnownIsRenewedWhileRequestsComeAndNotOtherwise() throws Exception {
        int before = fixture.reads.get();
        time.advance(Duration.ofHours(1));
        assertThat(fixture.reads).hasValue(before);

        fixture.devbox = Devboxes.from(fixture.devbox).kind(Kind.SUSPENDED).build();
        assertThat(look("/").text()).contains("web is asleep");
        assertThat(fixture.reads).hasValue(before + 1);
        assertThat(fixture.upstream.requests()).isEmpty();
    }

    @Test
    void whenTheApiCannotBeAskedWhatIsKnownHasToDo() throws Exception {
        fixture.apiDown = true;
        time.advance(Duration.ofHours(1));

        assertThat(look("/").text()).isEqualTo("ok");
    }

    private RawClient.Answer look(String path) throws Exception {
        return fixture.get(path, cookie, GatewayFixture.navigation());
    }

    private RawClient.Answer wake(String path) throws Exception {
        return fixture.post(Pages.WAKE, Map.of("path", path), "Cookie: " + cookie, "Origin: " + fixture.origin(),
                "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document");
    }
}
