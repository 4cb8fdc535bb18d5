package io.github.devboxtunnels.api;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.devboxtunnels.app.EnvironmentConnection;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.TunnelSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.devboxtunnels.api.ApiFixture.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A key goes to the origin it was entered for. A server elsewhere must not even get a connection. */
class KeyOriginTest {

    private static final String BOX = "{\"id\":\"dbx_1\",\"status\":\"running\",\"tunnel_key\":\"k\","
            + "\"devboxes\":[],\"has_more\":false}";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: " + BOX.length() + "\r\n\r\n" + BOX;
    private static final String ENVIRONMENT_KEY = "ak_ofTheEnvironment";

    private final ApiFixture.SleepLog timeline = new ApiFixture.SleepLog();
    private RawServer wrong;

    @BeforeEach
    void start() throws Exception {
        wrong = RawServer.saying(OK);
    }

    @AfterEach
    void stop() throws Exception {
        wrong.close();
    }

    static Stream<Arguments> redirects() {
        return Stream.of(301, 302, 303, 307, 308).flatMap(status -> Stream.of("http://127.0.0.1:WRONG/v1/accounts/me",
                "http://localhost:WRONG/", "http://localhost:RIGHT/", "//127.0.0.1:WRONG/x", "https://127.0.0.1:RIGHT/",
                "http://127.0.0.1:RIGHT@127.0.0.1:WRONG/", "http://user@127.0.0.1:RIGHT/", "http://[::1]:WRONG/",
                "ftp://127.0.0.1:RIGHT/", "http://", "not a url", "").map(target -> Arguments.of(status, target)));
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void aRedirectElsewhereIsReportedAndNotFollowed(int status, String target) throws Exception {
        try (var right = RawServer.start((request, socket, out) -> {
            String location = target.replace("WRONG", "" + wrong.port())
                    .replace("RIGHT", "" + socket.getLocalPort());
            out.write(("HTTP/1.1 " + status + " Moved\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            return true;
        }); var api = ApiFixture.client(right.url(), timeline)) {
            for (Call call : everyCall()) {
                right.requests.clear();
                assertThat(problemOf(() -> call.on(api))).isInstanceOfSatisfying(Problem.Server.class,
                        problem -> assertThat(problem.reply().status()).isEqualTo(status));
                assertThat(right.requests).as(target).hasSize(1);
            }
        }
        nothingCameToTheWrongServer();
    }

    @Test
    void saysWhereItWasSent() throws Exception {
        try (var right = RawServer.saying("HTTP/1.1 302 Found\r\nLocation: https://login.example/x?y\r\n\r\n");
                var api = ApiFixture.client(right.url(), timeline)) {
            assertThat(problemOf(api::account).reply().text()).isEqualTo("Found: login.example");
        }
    }

    @Test
    void aReadFollowsARedirectWithinItsOriginThreeTimes() throws Exception {
        try (var right = RawServer.start((request, socket, out) -> {
            out.write((request.startsWith("GET /there/3")
                    ? OK
                    : "HTTP/1.1 307 Moved\r\nLocation: /there/" + (request.startsWith("GET /there/")
                            ? request.charAt(11) - '0' + 1
                            : 1) + "\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            return true;
        }); var api = ApiFixture.client(right.url(), timeline)) {
            assertThat(api.get("dbx_1").id()).isEqualTo("dbx_1");
            assertThat(right.requests).hasSize(4)
                    .allMatch(request -> request.contains("Bearer " + ApiFixture.KEY.reveal()));
        }
    }

    @Test
    void aRedirectInCirclesEnds() throws Exception {
        try (var right = RawServer.saying("HTTP/1.1 302 Found\r\nLocation: /v1/devboxes/dbx_1\r\n\r\n");
                var api = ApiFixture.client(right.url(), timeline)) {
            assertThat(problemOf(() -> api.get("dbx_1"))).isInstanceOf(Problem.Server.class);
            assertThat(right.requests).hasSize(4);
        }
    }

    @Test
    void aRedirectOfAnActionIsNotFollowedEvenWithinItsOrigin() throws Exception {
        try (var right = RawServer.saying("HTTP/1.1 307 Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
                var api = ApiFixture.client(right.url(), timeline)) {
            assertThat(problemOf(() -> api.removeTunnel("dbx_1"))).isInstanceOf(Problem.Server.class);
            assertThat(right.requests).hasSize(1);
        }
    }

    @Test
    void eachCombinationOfVariablesKeepsEachKeyAtItsPlace() throws Exception {
        for (int combination = 0; combination < 8; combination++) {
            try (var entered = RawServer.saying(OK); var environment = RawServer.saying(OK)) {
                Map<String, String> variables = new HashMap<>();
                boolean key = (combination & 1) != 0;
                boolean base = (combination & 2) != 0;
                if (key) {
                    variables.put(EnvironmentConnection.KEY, ENVIRONMENT_KEY);
                }
                if (base) {
                    variables.put(EnvironmentConnection.BASE_URL, environment.url());
                }
                if ((combination & 4) != 0) {
                    variables.put(EnvironmentConnection.TEMPLATE,
                            "http://{port}-{tunnel_key}.tunnel.localhost:" + wrong.port());
                }
                try (var api = ApiFixture.client(entered.url(), timeline)) {
                    for (Call call : everyCall()) {
                        call.on(api);
                    }
                }
                assertThat(entered.requests).hasSize(everyCall().size())
                        .allMatch(request -> request.contains("Bearer " + ApiFixture.KEY.reveal()));
                switch (EnvironmentConnection.of(variables)) {
                    case EnvironmentConnection.None none -> assertThat(key).isFalse();
                    case EnvironmentConnection.Refused refused -> throw new AssertionError(refused);
                    case EnvironmentConnection.Found found when !base -> assertThat(found.connection().origin())
                            .isEqualTo(ApiOrigin.RUNLOOP);
                    case EnvironmentConnection.Found found -> {
                        try (var api = HttpRunloopApi.open(found.connection(), timeline, "1")) {
                            for (Call call : everyCall()) {
                                call.on(api);
                            }
                        }
                        assertThat(environment.requests).hasSize(everyCall().size())
                                .allMatch(request -> request.contains("Bearer " + ENVIRONMENT_KEY));
                    }
                }
                if (!key) {
                    assertThat(environment.connections).isEmpty();
                }
                assertThat(environment.requests).noneMatch(request -> request.contains(ApiFixture.KEY.reveal()));
                assertThat(entered.requests).noneMatch(request -> request.contains(ENVIRONMENT_KEY));
            }
        }
        nothingCameToTheWrongServer();
    }

    @Test
    void aBaseUrlInClearTextElsewhereIsRefusedBeforeAnythingIsSent() {
        for (String url : List.of("http://api.runloop.ai", "http://127.0.0.1.nip.example", "http://localhost.example",
                "http://user@localhost")) {
            assertThatThrownBy(() -> ApiFixture.connection(url)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aProxyOfTheSystemDoesNotSeeTheKeyInClear() throws Exception {
        Map<String, String> before = new HashMap<>();
        Map.of("http.proxyHost", "127.0.0.1", "http.proxyPort", "" + wrong.port(), "http.nonProxyHosts", "")
                .forEach((name, value) -> before.put(name, System.setProperty(name, value)));
        try (var right = RawServer.saying(OK); var api = ApiFixture.client(right.url(), timeline)) {
            api.get("dbx_1");
            assertThat(right.requests).hasSize(1);
        } finally {
            before.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
        }
        nothingCameToTheWrongServer();
    }

    @Test
    void aWeirdIdCannotLeaveThePath() throws Exception {
        try (var right = RawServer.saying(OK); var api = ApiFixture.client(right.url(), timeline)) {
            for (String id : List.of("../../x", "a/b?c=d#e", "@127.0.0.1:" + wrong.port() + "/", "a b\r\nX: y", "ä")) {
                api.get(id);
            }
            assertThat(right.requests).hasSize(5).allMatch(request -> request.matches("(?s)GET /v1/devboxes/"
                    + "[A-Za-z0-9%._*-]+ HTTP/1\\.1\r\n.*") && !request.contains("\r\nX: y"));
        }
        nothingCameToTheWrongServer();
    }

    private void nothingCameToTheWrongServer() {
        assertThat(wrong.connections).isEmpty();
        assertThat(wrong.requests).isEmpty();
    }

    private interface Call {
        void on(RunloopApi api) throws Exception;
    }

    private static List<Call> everyCall() {
        return List.of(RunloopApi::account, api -> api.list(new DevboxQuery(null, 1, null, false)),
                api -> api.get("dbx_1"),
                api -> api.enableTunnel("dbx_1", new TunnelSettings(AuthMode.AUTHENTICATED, true, false)),
                api -> api.removeTunnel("dbx_1"), api -> api.suspend("dbx_1"), api -> api.resume("dbx_1"),
                api -> api.keepAlive("dbx_1"), api -> api.waitForStatus("dbx_1", Set.of(DevboxStatus.Kind.RUNNING),
                        java.time.Duration.ofSeconds(1)));
    }
}
