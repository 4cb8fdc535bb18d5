package io.github.devboxtunnels.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Lifecycle;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.github.devboxtunnels.api.ApiFixture.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each call: what it sends and what it makes of the answer. */
class HttpRunloopApiTest {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort()).build();

    private static final String BOX = """
            {"id":"dbx_1","name":"web","status":"running","create_time_ms":1795550000000,"end_time_ms":null,
             "metadata":{"team":"web"},"capabilities":[],"blueprint_id":"bpt_1",
             "launch_parameters":{"keep_alive_time_seconds":7200,
               "lifecycle":{"after_idle":{"idle_time_seconds":900,"on_idle":"suspend"},"resume_triggers":{"http":true}}},
             "state_transitions":[{"status":"provisioning","transition_time_ms":1795550000000},
               {"status":"running","transition_time_ms":1795550006000}],
             "tunnel":{"tunnel_key":"f9w6uga8","auth_mode":"authenticated","auth_token":"tok_1",
               "create_time_ms":1795550010000,"http_keep_alive":true,"wake_on_http":false}}""";

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

    @Test
    void everyCallCarriesTheKeyAndSaysHonestlyWhoCalls() throws Exception {
        SERVER.stubFor(get("/v1/devboxes/dbx_1").willReturn(okJson(BOX)));
        api.get("dbx_1");
        SERVER.verify(getRequestedFor(urlEqualTo("/v1/devboxes/dbx_1"))
                .withHeader("Authorization", equalTo("Bearer " + ApiFixture.KEY.reveal()))
                .withHeader("Accept", equalTo("application/json"))
                .withHeader("Accept-Encoding", equalTo("gzip"))
                .withHeader("X-Request-Id", matching("[0-9a-f-]{36}"))
                .withHeader("User-Agent", matching("DevboxTunnels/1\\.2\\.3 \\(Java \\d+.*; .+\\)")));
    }

    @Test
    void readsADevbox() throws Exception {
        SERVER.stubFor(get("/v1/devboxes/dbx_1").willReturn(okJson(BOX)));
        Devbox box = api.get("dbx_1");
        assertThat(box.label()).isEqualTo("web");
        assertThat(box.status()).isEqualTo(DevboxStatus.Kind.RUNNING.status());
        assertThat(box.statusSince()).isEqualTo(Instant.ofEpochMilli(1795550006000L));
        assertThat(box.createdAt()).isEqualTo(Instant.ofEpochMilli(1795550000000L));
        assertThat(box.endedAt()).isNull();
        assertThat(box.blueprint()).isEqualTo("bpt_1");
        assertThat(box.metadata().texts()).containsExactly("team=web");
        assertThat(box.lifecycle()).isEqualTo(new Lifecycle(
                new Lifecycle.Idle(Duration.ofMinutes(15), Lifecycle.OnIdle.SUSPEND), Duration.ofHours(2), true));
        assertThat(box.tunnel()).isEqualTo(new Tunnel(Secret.of("f9w6uga8"), AuthMode.AUTHENTICATED,
                Secret.of("tok_1"), Instant.ofEpochMilli(1795550010000L), true, false));
    }

    @Test
    void listsAPageAndDoesNotTakeAMissingCountForZero() throws Exception {
        SERVER.stubFor(get(WireMock.urlPathEqualTo("/v1/devboxes"))
                .willReturn(okJson("{\"devboxes\":[" + BOX + "],\"has_more\":true,\"total_count\":null}")));
        DevboxPage page = api.list(new DevboxQuery(DevboxStatus.Kind.RUNNING, 5000, "dbx 0&x", false));
        assertThat(page.devboxes()).extracting(Devbox::id).containsExactly("dbx_1");
        assertThat(page.more()).isTrue();
        assertThat(page.total()).isNull();
        SERVER.verify(getRequestedFor(urlEqualTo(
                "/v1/devboxes?limit=5000&status=running&starting_after=dbx%200%26x&include_total_count=false")));
    }

    @Test
    void enableAlwaysSendsAllThreeSettings() throws Exception {
        SERVER.stubFor(post("/v1/devboxes/dbx_1/enable_tunnel").willReturn(okJson(
                "{\"tunnel_key\":\"k1\",\"auth_mode\":\"open\",\"create_time_ms\":1,\"http_keep_alive\":true,"
                        + "\"wake_on_http\":false}")));
        Tunnel tunnel = api.enableTunnel("dbx_1", new TunnelSettings(AuthMode.OPEN, true, false));
        assertThat(tunnel.open()).isTrue();
        SERVER.verify(postRequestedFor(urlEqualTo("/v1/devboxes/dbx_1/enable_tunnel"))
                .withHeader("Content-Type", equalTo("application/json")).withRequestBody(equalToJson(
                        "{\"auth_mode\":\"open\",\"http_keep_alive\":true,\"wake_on_http\":false}")));
        api.enableTunnel("dbx_1", new TunnelSettings(AuthMode.AUTHENTICATED, false, true));
        SERVER.verify(postRequestedFor(urlEqualTo("/v1/devboxes/dbx_1/enable_tunnel")).withRequestBody(equalToJson(
                "{\"auth_mode\":\"authenticated\",\"http_keep_alive\":false,\"wake_on_http\":true}")));
    }

    @Test
    void aModeThatCannotBeAskedForIsNeverSent() {
        assertThatThrownBy(() -> api.enableTunnel("dbx_1", new TunnelSettings(AuthMode.of("public"), true, false)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }

    @Test
    void theVerbsWithoutABodySendNone() throws Exception {
        SERVER.stubFor(post(WireMock.anyUrl()).willReturn(okJson(BOX)));
        api.removeTunnel("dbx_1");
        api.keepAlive("dbx_1");
        assertThat(api.suspend("dbx_1").id()).isEqualTo("dbx_1");
        assertThat(api.resume("dbx_1").id()).isEqualTo("dbx_1");
        for (String verb : Set.of("remove_tunnel", "keep_alive", "suspend", "resume")) {
            SERVER.verify(1, postRequestedFor(urlEqualTo("/v1/devboxes/dbx_1/" + verb))
                    .withHeader("Content-Type", equalTo("application/json")).withRequestBody(WireMock.absent()));
        }
    }

    @Test
    void theAnswerOfRemoveMayBeAnything() throws Exception {
        SERVER.stubFor(post("/v1/devboxes/dbx_1/remove_tunnel").willReturn(status(204)));
        api.removeTunnel("dbx_1");
        SERVER.stubFor(post("/v1/devboxes/dbx_1/remove_tunnel")
                .willReturn(status(200).withHeader("Content-Encoding", "gzip").withBody("no gzip")));
        api.removeTunnel("dbx_1");
    }

    @Test
    void waitsForAStatus() throws Exception {
        SERVER.stubFor(post("/v1/devboxes/dbx_1/wait_for_status").willReturn(okJson(BOX)));
        assertThat(api.waitForStatus("dbx_1", Set.of(DevboxStatus.Kind.RUNNING, DevboxStatus.Kind.FAILURE),
                Duration.ofSeconds(90))).get().extracting(Devbox::id).isEqualTo("dbx_1");
        SERVER.verify(postRequestedFor(urlEqualTo("/v1/devboxes/dbx_1/wait_for_status")).withRequestBody(
                equalToJson("{\"statuses\":[\"failure\",\"running\"],\"timeout_seconds\":30}")));
    }

    @Test
    void noneOfTheStatusesReachedIsAnAnswer() throws Exception {
        SERVER.stubFor(post("/v1/devboxes/dbx_1/wait_for_status").willReturn(status(408)));
        assertThat(api.waitForStatus("dbx_1", Set.of(DevboxStatus.Kind.RUNNING), Duration.ofMillis(200))).isEmpty();
        SERVER.verify(1, postRequestedFor(urlEqualTo("/v1/devboxes/dbx_1/wait_for_status"))
                .withRequestBody(equalToJson("{\"statuses\":[\"running\"],\"timeout_seconds\":1}")));
    }

    @Test
    void namesTheAccount() throws Exception {
        SERVER.stubFor(get("/v1/accounts/me").willReturn(okJson(
                "{\"id\":\"acct_1\",\"name\":\"Team\",\"account_status\":\"ACCOUNT_STATUS_ENABLED\",\"tier\":\"X\"}")));
        assertThat(api.account())
                .isEqualTo(new Account("acct_1", "Team", Account.Standing.ENABLED, "ACCOUNT_STATUS_ENABLED"));
    }

    @Test
    void accountsThatMayNotWorkAreTold() throws Exception {
        SERVER.stubFor(get("/v1/accounts/me")
                .willReturn(okJson("{\"account_status\":\"ACCOUNT_STATUS_DISABLED_QUOTA_REACHED\"}")));
        assertThat(api.account().standing()).isEqualTo(Account.Standing.QUOTA_REACHED);
        SERVER.stubFor(get("/v1/accounts/me")
                .willReturn(okJson("{\"account_status\":\"ACCOUNT_STATUS_DISABLED_BY_ADMIN\"}")));
        assertThat(api.account().standing()).isEqualTo(Account.Standing.DISABLED);
        SERVER.stubFor(get("/v1/accounts/me").willReturn(okJson("{\"account_status\":\"UNRECOGNIZED\"}")));
        assertThat(api.account().standing()).isEqualTo(Account.Standing.ENABLED);
    }

    @Test
    void aKeyThatMayNotReadTheAccountIsTriedOnTheList() throws Exception {
        for (int refusal : new int[]{403, 404}) {
            SERVER.resetAll();
            SERVER.stubFor(get("/v1/accounts/me").willReturn(status(refusal)));
            SERVER.stubFor(get("/v1/devboxes?limit=1&include_total_count=false")
                    .willReturn(okJson("{\"devboxes\":[],\"has_more\":false}")));
            assertThat(api.account()).isEqualTo(Account.UNREADABLE);
        }
        SERVER.stubFor(get("/v1/devboxes?limit=1&include_total_count=false").willReturn(status(403)));
        assertThat(problemOf(() -> api.account())).isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void onlyA401SaysThatTheKeyIsBad() {
        SERVER.stubFor(get("/v1/accounts/me").willReturn(status(401).withBody("{\"message\":\"Invalid API key\"}")));
        assertThat(problemOf(() -> api.account())).isInstanceOfSatisfying(Problem.Unauthorised.class,
                p -> assertThat(p.reply().text()).isEqualTo("Invalid API key"));
        SERVER.verify(1, getRequestedFor(urlEqualTo("/v1/accounts/me")));
    }

    @Test
    void aKeyNoHeaderCanCarryIsABadKeyAndIsNotRepeated() throws Exception {
        try (var odd = HttpRunloopApi.open(
                ApiFixture.connection(SERVER.baseUrl(), Secret.of("ak_line\nbreak")), timeline, "1")) {
            assertThatThrownBy(odd::account).hasMessageNotContaining("ak_line")
                    .extracting("problem").isInstanceOf(Problem.Unauthorised.class);
        }
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }
}
