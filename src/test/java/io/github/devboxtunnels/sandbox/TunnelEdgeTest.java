package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TunnelEdgeTest {

    private static final TunnelSettings OPEN = new TunnelSettings(AuthMode.OPEN, true, false);
    private static final TunnelSettings CLOSED = new TunnelSettings(AuthMode.AUTHENTICATED, true, false);
    private static final TunnelSettings WAKING = new TunnelSettings(AuthMode.OPEN, true, true);

    private final SimulatedTimeline time = new SimulatedTimeline();
    private Sandbox sandbox;
    private EdgeClient edge;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults(), time);
        edge = new EdgeClient(sandbox);
    }

    @AfterEach
    void stop() {
        edge.close();
        sandbox.close();
    }

    @Test
    void anOpenTunnelLetsAnyoneIn() throws Exception {
        Devbox shop = devbox("shop-page");

        EdgeClient.Got page = edge.get(edge.host(shop, 3000), "/", EdgeClient.none());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().get("content-type")).startsWith("text/html");
        assertThat(page.body()).contains("<h1>shop-page</h1>");
        for (String asset : new String[]{"/style.css", "/app.js", "/logo.svg"}) {
            assertThat(edge.get(edge.host(shop, 3000), asset, EdgeClient.none()).status()).isEqualTo(200);
        }
        assertThat(edge.get(edge.host(shop, 3000), "/none", EdgeClient.none()).status()).isEqualTo(404);
        assertThat(edge.send(HttpMethod.HEAD, edge.host(shop, 3000), "/", EdgeClient.none(), "").status())
                .isEqualTo(200);
        assertThat(sandbox.ledger().visits(shop.id(), 3000)).hasSize(6);
    }

    @Test
    void anAuthenticatedTunnelWantsItsTokenInItsOwnHeader() throws Exception {
        String jobs = sandbox.idOf("jobs-api");
        sandbox.enableTunnel(jobs, CLOSED);
        Devbox devbox = sandbox.devbox(jobs);
        String host = edge.host(devbox, 3000);
        String token = devbox.tunnel().token().reveal();

        assertThat(edge.get(host, "/", EdgeClient.none()).status()).isEqualTo(401);
        assertThat(edge.get(host, "/", EdgeClient.none().add(Tunnel.TOKEN_HEADER, "Bearer wrong")).status())
                .isEqualTo(401);
        assertThat(edge.get(host, "/", EdgeClient.none().add("Authorization", "Bearer " + token)).status())
                .isEqualTo(401);
        assertThat(edge.get(host, "/", EdgeClient.token(devbox)).status()).isEqualTo(200);
    }

    @Test
    void theServiceSeesEverythingButTheToken() throws Exception {
        Devbox echo = devbox("echo-service");

        EdgeClient.Got got = edge.get(edge.host(echo, 8080), "/headers",
                EdgeClient.token(echo).add("Authorization", "Basic abc").add("Cookie", "a=b"));

        assertThat(new JsonObject(got.body()).getMap()).containsEntry("authorization", "Basic abc")
                .containsEntry("cookie", "a=b").containsEntry("host", edge.host(echo, 8080))
                .doesNotContainKey(Tunnel.TOKEN_HEADER.toLowerCase());
    }

    @Test
    void theJsonServiceAnswers() throws Exception {
        Devbox shop = devbox("shop-page");
        String host = edge.host(shop, 8080);

        assertThat(edge.get(host, "/health", EdgeClient.none()).body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(edge.get(host, "/jobs", EdgeClient.none()).body()).contains("reindex");
        assertThat(edge.send(HttpMethod.POST, host, "/echo", EdgeClient.none(), "there and back").body())
                .isEqualTo("there and back");
        assertThat(edge.get(host, "/nothing", EdgeClient.none()).status()).isEqualTo(404);
    }

    @Test
    void aKeyNobodyHasAndAPortNobodyListensOnAreToldApart() throws Exception {
        Devbox shop = devbox("shop-page");

        assertThat(edge.get("3000-nobody.tunnel.localhost:" + sandbox.port(), "/", EdgeClient.none()).status())
                .isEqualTo(404);
        assertThat(edge.get("99999-x.tunnel.localhost:" + sandbox.port(), "/", EdgeClient.none()).status())
                .isEqualTo(404);
        assertThat(edge.get("x.tunnel.localhost:" + sandbox.port(), "/", EdgeClient.none()).status()).isEqualTo(404);
        assertThat(edge.get(edge.host(shop, 4000), "/", EdgeClient.none()).status()).isEqualTo(502);
    }

    @Test
    void aServiceOnLocalhostIsOutOfReach() throws Exception {
        String id = sandbox.idOf("localhost-only");
        sandbox.enableTunnel(id, OPEN);

        assertThat(edge.get(edge.host(sandbox.devbox(id), 3000), "/", EdgeClient.none()).status()).isEqualTo(502);
    }

    @Test
    void aRemovedTunnelIsGoneAtOnceWithItsStreams() throws Exception {
        Devbox shop = devbox("shop-page");
        String host = edge.host(shop, 3000);
        WebSocket socket = edge.socket(host, "/socket", EdgeClient.none());
        BlockingQueue<String> ends = new LinkedBlockingQueue<>();
        socket.closeHandler(closed -> ends.add("closed"));

        sandbox.removeTunnel(shop.id());

        assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("closed");
        assertThat(edge.get(host, "/", EdgeClient.none()).status()).isEqualTo(404);
    }

    @Test
    void aRequestWakesASuspendedDevboxThatMayWake() throws Exception {
        String id = suspended(WAKING);
        String host = edge.host(sandbox.devbox(id), 3000);

        EdgeClient.Got first = edge.send(HttpMethod.POST, host, "/form", EdgeClient.none(), "message=lost");

        assertThat(first.status()).isEqualTo(503);
        assertThat(first.headers().get("retry-after")).isEqualTo("5");
        assertThat(sandbox.devbox(id).status().word()).isEqualTo("resuming");
        assertThat(edge.get(host, "/", EdgeClient.none()).status()).isEqualTo(503);
        time.advance(StateMachine.SLEEP_STEP);
        assertThat(edge.get(host, "/", EdgeClient.none()).status()).isEqualTo(200);
        assertThat(sandbox.ledger().wakes()).extracting(Ledger.Wake::devbox).containsExactly(id);
    }

    @Test
    void aRequestWithoutWakeLeavesItAsleep() throws Exception {
        String id = suspended(OPEN);

        EdgeClient.Got got = edge.get(edge.host(sandbox.devbox(id), 3000), "/", EdgeClient.none());

        assertThat(got.status()).isEqualTo(503);
        assertThat(got.headers().contains("retry-after")).isFalse();
        assertThat(sandbox.devbox(id).status().word()).isEqualTo("suspended");
        assertThat(sandbox.ledger().wakes()).isEmpty();
    }

    @Test
    void aStrangerWithoutTheTokenWakesNothing() throws Exception {
        String id = suspended(new TunnelSettings(AuthMode.AUTHENTICATED, true, true));

        assertThat(edge.get(edge.host(sandbox.devbox(id), 3000), "/", EdgeClient.none()).status()).isEqualTo(401);
        assertThat(sandbox.devbox(id).status().word()).isEqualTo("suspended");
    }

    @Test
    void theLaunchParametersRuleOverTheTunnelAboutWaking() throws Exception {
        String yes = sleeping("{\"lifecycle\":{\"resume_triggers\":{\"http\":true}}}", OPEN);
        String no = sleeping("{\"lifecycle\":{\"resume_triggers\":{\"http\":false}}}", WAKING);

        edge.get(edge.host(sandbox.devbox(yes), 3000), "/", EdgeClient.none());
        edge.get(edge.host(sandbox.devbox(no), 3000), "/", EdgeClient.none());

        assertThat(sandbox.devbox(yes).status().word()).isEqualTo("resuming");
        assertThat(sandbox.devbox(no).status().word()).isEqualTo("suspended");
    }

    @Test
    void withoutAnythingToStartThemServicesStayDownAfterAResume() throws Exception {
        String id = sleeping("{}", WAKING);
        String host = edge.host(sandbox.devbox(id), 3000);
        edge.get(host, "/", EdgeClient.none());
        time.advance(StateMachine.SLEEP_STEP);

        assertThat(edge.get(host, "/", EdgeClient.none()).status()).isEqualTo(502);
    }

    @Test
    void trafficKeepsADevboxAwakeWhereItMay() throws Exception {
        String idle = "{\"lifecycle\":{\"after_idle\":{\"idle_time_seconds\":60,\"on_idle\":\"suspend\"}}}";
        String kept = running(idle, OPEN);
        String notKept = running(idle, new TunnelSettings(AuthMode.OPEN, false, false));

        time.advance(Duration.ofSeconds(50));
        edge.get(edge.host(sandbox.devbox(kept), 3000), "/", EdgeClient.none());
        edge.get(edge.host(sandbox.devbox(notKept), 3000), "/", EdgeClient.none());
        time.advance(Duration.ofSeconds(30));

        assertThat(sandbox.devbox(kept).status().word()).isEqualTo("running");
        assertThat(sandbox.devbox(notKept).status().word()).isEqualTo("suspended");
    }

    @Test
    void aWebSocketEchoesTextAndBytesAndCountsAsTraffic() throws Exception {
        String id = running("{\"lifecycle\":{\"after_idle\":{\"idle_time_seconds\":60,\"on_idle\":\"suspend\"}}}",
                OPEN);
        String host = edge.host(sandbox.devbox(id), 3000);
        WebSocket socket = edge.socket(host, "/socket", EdgeClient.none().add("Origin", "http://" + host));
        BlockingQueue<Object> came = new LinkedBlockingQueue<>();
        socket.textMessageHandler(came::add);
        socket.binaryMessageHandler(came::add);
        time.advance(Duration.ofSeconds(50));

        socket.writeTextMessage("hello");
        socket.writeBinaryMessage(Buffer.buffer(new byte[]{1, 2, 3}));

        assertThat(came.poll(20, TimeUnit.SECONDS)).isEqualTo("hello");
        assertThat(came.poll(20, TimeUnit.SECONDS)).isEqualTo(Buffer.buffer(new byte[]{1, 2, 3}));
        time.advance(Duration.ofSeconds(50));
        assertThat(sandbox.devbox(id).status().word()).isEqualTo("running");
        assertThat(sandbox.ledger().visits(id, 3000)).singleElement().matches(Ledger.Visit::webSocket);
    }

    @Test
    void anotherPageMayNeitherPostNorOpenASocket() throws Exception {
        String host = edge.host(devbox("shop-page"), 3000);
        var foreign = EdgeClient.none().add("Origin", "http://evil.localhost")
                .add("Content-Type", "application/x-www-form-urlencoded");
        var https = EdgeClient.none().add("Origin", "https://" + host);

        assertThat(edge.send(HttpMethod.POST, host, "/form", foreign, "message=x").status()).isEqualTo(403);
        assertThat(edge.send(HttpMethod.POST, host, "/form", https, "message=x").status()).isEqualTo(403);
        assertThat(edge.get(host, "/", foreign).status()).isEqualTo(200);
        assertThatThrownBy(() -> edge.socket(host, "/socket", foreign)).hasMessageContaining("403");
    }

    @Test
    void aFormIsReadAndShownEscaped() throws Exception {
        String host = edge.host(devbox("shop-page"), 3000);
        var own = EdgeClient.none().add("Origin", "http://" + host)
                .add("Content-Type", "application/x-www-form-urlencoded");

        EdgeClient.Got got = edge.send(HttpMethod.POST, host, "/form", own, "message=%3Cb%3Ehi%3C/b%3E");

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).contains("&lt;b&gt;hi&lt;/b&gt;");
    }

    @Test
    void eventsComeOneByOneUntilTheDevboxGoes() throws Exception {
        Devbox shop = devbox("shop-page");
        var got = new LinkedBlockingQueue<EdgeClient.Got>();
        Thread.ofVirtual().start(() -> {
            try {
                got.add(edge.get(edge.host(shop, 3000), "/events", EdgeClient.none()));
            } catch (Exception e) {
                got.add(new EdgeClient.Got(0, EdgeClient.none(), e.toString()));
            }
        });
        Awaitility.await().until(() -> !sandbox.ledger().visits(shop.id(), 3000).isEmpty());
        Awaitility.await().until(() -> {
            time.advance(Duration.ofSeconds(1));
            return time.now().isAfter(SimulatedTimeline.START.plusSeconds(3));
        });
        sandbox.setStatus(shop.id(), Kind.SUSPENDING);

        EdgeClient.Got all = got.poll(20, TimeUnit.SECONDS);
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.headers().get("content-type")).isEqualTo("text/event-stream");
        assertThat(all.body()).startsWith("id: 1\ndata: {\"number\":1,");
    }

    @Test
    void anotherHostNameMayRouteToATunnel() throws Exception {
        Devbox shop = devbox("shop-page");
        String own = "shop.localhost:" + sandbox.port();

        EdgeClient.Got got = edge.get(own, "/headers",
                EdgeClient.none().add(TunnelEdge.HOST_HEADER, edge.host(shop, 8080)));

        assertThat(new JsonObject(got.body()).getMap()).containsEntry("host", own)
                .doesNotContainKey(TunnelEdge.HOST_HEADER.toLowerCase());
    }

    private Devbox devbox(String name) {
        return sandbox.devbox(sandbox.idOf(name));
    }

    private String suspended(TunnelSettings settings) {
        String id = sandbox.idOf("feature-login");
        sandbox.enableTunnel(id, settings);
        return id;
    }

    private String running(String launch, TunnelSettings settings) throws Exception {
        try (SandboxClient client = new SandboxClient(sandbox)) {
            String id = SandboxClient.json(client.post("/v1/devboxes", "{\"launch_parameters\":" + launch + "}"))
                    .getString("id");
            time.advance(DevboxPlan.STEP.multipliedBy(2));
            sandbox.enableTunnel(id, settings);
            return id;
        }
    }

    private String sleeping(String launch, TunnelSettings settings) throws Exception {
        String id = running(launch, settings);
        sandbox.setStatus(id, Kind.SUSPENDING);
        time.advance(StateMachine.SLEEP_STEP);
        return id;
    }
}
