package io.github.devboxtunnels.api;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static io.github.devboxtunnels.api.ApiFixture.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

/** How often a call is tried and how long it waits in between, in simulated time. */
class RetryTest {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort()).build();

    private static final String BOX = "{\"id\":\"dbx_1\",\"status\":\"running\"}";
    private static final TunnelSettings PRIVATE = new TunnelSettings(AuthMode.AUTHENTICATED, true, false);

    private final ApiFixture.SleepLog timeline = new ApiFixture.SleepLog();
    private HttpRunloopApi api;

    @BeforeEach
    void open() {
        api = ApiFixture.client(SERVER.baseUrl(), timeline);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 502, 503, 504, 599})
    void aReadIsRepeatedTwiceWithGrowingPauses(int code) {
        always(status(code));
        assertThat(problemOf(() -> api.get("dbx_1")).reply().status()).isEqualTo(code);
        assertThat(tries()).isEqualTo(3);
        assertThat(timeline.slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 422})
    void aReadThatCannotSucceedIsNotRepeated(int code) {
        always(status(code));
        assertThat(problemOf(() -> api.get("dbx_1")).reply().status()).isEqualTo(code);
        assertThat(tries()).isEqualTo(1);
    }

    @Test
    void aReadSucceedsOnItsThirdTry() throws Exception {
        inTurn(status(500), status(503), okJson(BOX));
        assertThat(api.get("dbx_1").id()).isEqualTo("dbx_1");
    }

    @Test
    void aPageTookAsLongAsItsLastTry() throws Exception {
        inTurn(status(503), okJson("{\"devboxes\":[]}"));
        timeline.passing = true;
        assertThat(api.list(new DevboxQuery(null, 1, null, false)).took()).isZero();
        assertThat(timeline.slept).hasSize(1);
    }

    @Test
    void theServersOwnWordOnRepeatingWins() throws Exception {
        always(status(409).withHeader("x-should-retry", "false"));
        problemOf(() -> api.get("dbx_1"));
        assertThat(tries()).isEqualTo(1);
        SERVER.resetAll();
        inTurn(status(400).withHeader("x-should-retry", "true"), okJson(BOX));
        assertThat(api.get("dbx_1").id()).isEqualTo("dbx_1");
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME
                .format(SimulatedTimeline.START.plusSeconds(3).plusMillis(250).atOffset(ZoneOffset.UTC));
        inTurn(status(429).withHeader("retry-after-ms", "250").withHeader("Retry-After", "9"),
                status(503).withHeader("Retry-After", date), okJson(BOX));
        api.get("dbx_1");
        assertThat(timeline.slept.getFirst()).isEqualTo(Duration.ofMillis(250));
        assertThat(timeline.slept.getLast()).isBetween(Duration.ofMillis(2000), Duration.ofMillis(3000));
    }

    @Test
    void aDateThatHasPassedMeansAtOnce() throws Exception {
        inTurn(status(503).withHeader("Retry-After", "Tue, 24 Nov 2026 13:00:00 GMT"), okJson(BOX));
        api.get("dbx_1");
        assertThat(timeline.slept).containsExactly(Duration.ZERO);
    }

    @Test
    void aLongWaitIsToldAndNotSlept() {
        always(status(429).withHeader("Retry-After", "11"));
        assertThat(problemOf(() -> api.get("dbx_1"))).isInstanceOfSatisfying(Problem.SlowedDown.class,
                p -> assertThat(p.retryAfter()).isEqualTo(Duration.ofSeconds(11)));
        assertThat(tries()).isEqualTo(1);
        assertThat(timeline.slept).isEmpty();
    }

    @Test
    void aServerThatOnlySays429IsReportedWithoutAWait() {
        always(status(429));
        assertThat(problemOf(() -> api.get("dbx_1"))).isInstanceOfSatisfying(Problem.SlowedDown.class,
                p -> assertThat(p.retryAfter()).isNull());
    }

    @Test
    void allTriesOfACallCarryOneRequestIdAndAnotherCallAnother() throws Exception {
        inTurn(status(500), status(500), okJson(BOX));
        api.get("dbx_1");
        api.get("dbx_1");
        List<String> ids = SERVER.getAllServeEvents().stream().map(e -> e.getRequest().getHeader("x-request-id"))
                .toList();
        assertThat(ids).hasSize(4);
        assertThat(Set.copyOf(ids)).hasSize(2);
        assertThat(Set.copyOf(ids.subList(1, 4))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 408, 409, 429, 500, 502, 503, 504})
    void aUserActionIsNotRepeatedAfterAnAnswer(int code) {
        for (ThrowingCallable action : actions()) {
            SERVER.resetAll();
            always(status(code).withHeader("x-should-retry", "true"));
            assertThat(problemOf(action).reply().status()).isEqualTo(code);
            assertThat(tries()).isEqualTo(1);
        }
        assertThat(timeline.slept).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aUserActionIsRepeatedTwiceWhenTheServerNamesAShortWait(int code) {
        for (ThrowingCallable action : actions()) {
            SERVER.resetAll();
            timeline.slept.clear();
            always(status(code).withHeader("Retry-After", "10"));
            assertThat(problemOf(action)).isInstanceOf(Problem.SlowedDown.class);
            assertThat(tries()).isEqualTo(3);
            assertThat(timeline.slept).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10));
        }
    }

    @Test
    void aUserActionIsNotRepeatedWhenTheServerForbidsItOrTheWaitIsLong() {
        always(status(503).withHeader("Retry-After", "1").withHeader("x-should-retry", "false"));
        problemOf(() -> api.enableTunnel("dbx_1", PRIVATE));
        assertThat(tries()).isEqualTo(1);
        SERVER.resetAll();
        always(status(503).withHeader("Retry-After", "60"));
        assertThat(problemOf(() -> api.enableTunnel("dbx_1", PRIVATE))).isInstanceOfSatisfying(
                Problem.SlowedDown.class, p -> assertThat(p.retryAfter()).isEqualTo(Duration.ofMinutes(1)));
        assertThat(tries()).isEqualTo(1);
    }

    @Test
    void aPollIsRepeatedLikeAReadButForItsOwnTimeOut() throws Exception {
        inTurn(status(502), okJson(BOX));
        assertThat(api.waitForStatus("dbx_1", Set.of(DevboxStatus.Kind.RUNNING), Duration.ofSeconds(10))).isPresent();
        SERVER.resetAll();
        inTurn(status(502), status(408), okJson(BOX));
        assertThat(api.waitForStatus("dbx_1", Set.of(DevboxStatus.Kind.RUNNING), Duration.ofSeconds(10))).isEmpty();
        assertThat(tries()).isEqualTo(2);
    }

    private List<ThrowingCallable> actions() {
        return List.of(() -> api.enableTunnel("dbx_1", PRIVATE), () -> api.removeTunnel("dbx_1"),
                () -> api.suspend("dbx_1"), () -> api.resume("dbx_1"), () -> api.keepAlive("dbx_1"));
    }

    private static int tries() {
        return SERVER.getAllServeEvents().size();
    }

    private static void always(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static void inTurn(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            SERVER.stubFor(any(anyUrl()).inScenario("turn")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                    .willSetStateTo("after " + Math.min(i + 1, answers.length - 1)).willReturn(answers[i]));
        }
        WireMock.configureFor(SERVER.getPort());
    }
}
