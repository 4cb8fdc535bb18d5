package io.github.devboxtunnels.sandbox;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StateMachineTest {

    private final SimulatedTimeline time = new SimulatedTimeline();
    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withDevboxes(0), time);
        client = new SandboxClient(sandbox);
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void aNewDevboxBootsStepByStep() throws Exception {
        JsonObject made = SandboxClient.json(client.post("/v1/devboxes", "{\"name\":\"fresh\",\"metadata\":null}"));
        String id = made.getString("id");

        assertThat(made.getString("status")).isEqualTo("provisioning");
        assertThat(made.getString("name")).isEqualTo("fresh");
        time.advance(Duration.ofSeconds(1));
        assertThat(status(id)).isEqualTo("initializing");
        time.advance(Duration.ofSeconds(1));
        assertThat(status(id)).isEqualTo("running");
        assertThat(transitions(id)).containsExactly("provisioning", "initializing", "running");
    }

    @Test
    void aFlexDevboxQueuesFirst() throws Exception {
        JsonObject made = SandboxClient.json(
                client.post("/v1/devboxes", "{\"launch_parameters\":{\"provisioning_tier\":\"flex\"}}"));

        assertThat(made.getString("status")).isEqualTo("queued");
        assertThat(made.getValue("name")).isNull();
        time.advance(Duration.ofSeconds(3));
        assertThat(status(made.getString("id"))).isEqualTo("running");
    }

    @Test
    void suspendAndResumeAnswerAtOnceAndTakeTheirTime() throws Exception {
        String id = sandbox.add("box", Kind.RUNNING);

        assertThat(SandboxClient.json(client.post(path(id, "suspend"), "")).getString("status"))
                .isEqualTo("suspending");
        assertThat(client.post(path(id, "suspend"), "").statusCode()).isEqualTo(400);
        assertThat(client.post(path(id, "resume"), "").statusCode()).isEqualTo(400);
        time.advance(StateMachine.SLEEP_STEP);
        assertThat(status(id)).isEqualTo("suspended");
        assertThat(SandboxClient.json(client.post(path(id, "resume"), "")).getString("status")).isEqualTo("resuming");
        time.advance(StateMachine.SLEEP_STEP);
        assertThat(status(id)).isEqualTo("running");
        assertThat(client.post(path(id, "resume"), "").statusCode()).isEqualTo(400);
    }

    @Test
    void shutdownIsFinalAndDated() throws Exception {
        String id = sandbox.add("box", Kind.RUNNING);
        client.post(path(id, "enable_tunnel"), "");

        JsonObject ended = SandboxClient.json(client.post(path(id, "shutdown") + "?force=true", ""));

        assertThat(ended.getString("status")).isEqualTo("shutdown");
        assertThat(ended.getString("shutdown_reason")).isEqualTo("api_shutdown");
        assertThat(ended.getLong("end_time_ms")).isEqualTo(time.now().toEpochMilli());
        assertThat(ended.getValue("tunnel")).isNull();
        time.advance(Duration.ofDays(3));
        assertThat(status(id)).isEqualTo("shutdown");
    }

    @Test
    void anIdleDevboxIsSuspendedUnlessSomethingHappens() throws Exception {
        String id = create("{\"launch_parameters\":{\"lifecycle\":{\"after_idle\":"
                + "{\"idle_time_seconds\":60,\"on_idle\":\"suspend\"}}}}");

        time.advance(Duration.ofSeconds(59));
        assertThat(client.post(path(id, "keep_alive"), "").body()).isEqualTo("{}");
        time.advance(Duration.ofSeconds(59));
        assertThat(status(id)).isEqualTo("running");
        time.advance(Duration.ofSeconds(1));
        assertThat(status(id)).isEqualTo("suspending");
        assertThat(client.post(path(id, "keep_alive"), "").statusCode()).isEqualTo(400);
        time.advance(Duration.ofDays(2));
        assertThat(status(id)).isEqualTo("suspended");
    }

    @Test
    void theOlderTwinOfTheIdlePolicyEndsADevboxToo() throws Exception {
        String id = create("{\"launch_parameters\":{\"keep_alive_time_seconds\":30,\"lifecycle\":null,\"after_idle\":"
                + "{\"idle_time_seconds\":60,\"on_idle\":\"shutdown\"}}}");

        time.advance(Duration.ofSeconds(59));
        assertThat(status(id)).as("an idle policy beats the lifetime").isEqualTo("running");
        time.advance(Duration.ofSeconds(2));
        assertThat(status(id)).isEqualTo("shutdown");
        assertThat(sandbox.devbox(id).reason()).isEqualTo("idle");
    }

    @Test
    void theLongestLifetimeEndsADevbox() throws Exception {
        String id = create("{\"launch_parameters\":{\"keep_alive_time_seconds\":600}}");

        time.advance(Duration.ofSeconds(597));
        assertThat(status(id)).isEqualTo("running");
        time.advance(Duration.ofSeconds(1));
        assertThat(sandbox.devbox(id).reason()).isEqualTo("keep_alive_timeout");
    }

    @Test
    void waitingHoldsUntilTheStatusIsReached() throws Exception {
        String id = sandbox.add("box", Kind.RUNNING);
        client.post(path(id, "suspend"), "");
        CompletableFuture<HttpResponse<String>> wait = client.postLater(path(id, "wait_for_status"),
                "{\"statuses\":[\"suspended\",\"failure\"]}");
        untilHeld(id);

        assertThat(wait).isNotDone();
        time.advance(StateMachine.SLEEP_STEP);

        HttpResponse<String> answer = wait.get(20, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SandboxClient.json(answer).getString("status")).isEqualTo("suspended");
    }

    @Test
    void waitingInVainEndsWith408AfterTheHoldAndNotBefore() throws Exception {
        String id = sandbox.add("box", Kind.RUNNING);
        CompletableFuture<HttpResponse<String>> shortWait = client.postLater(path(id, "wait_for_status"),
                "{\"statuses\":[\"suspended\"],\"timeout_seconds\":2.5}");
        CompletableFuture<HttpResponse<String>> longWait = client.postLater(path(id, "wait_for_status"),
                "{\"statuses\":[\"suspended\"],\"timeout_seconds\":600}");
        Awaitility.await().until(() -> time.scheduled() > 0 && held(id) == 2);

        time.advance(Duration.ofMillis(2499));
        assertThat(shortWait).isNotDone();
        time.advance(Duration.ofMillis(1));
        assertThat(shortWait.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(408);
        assertThat(longWait).isNotDone();
        time.advance(Duration.ofSeconds(28));
        assertThat(longWait.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(408);
    }

    @Test
    void waitingForWhatIsAlreadyThereAnswersAtOnce() throws Exception {
        String id = sandbox.add("box", Kind.RUNNING);

        assertThat(client.post(path(id, "wait_for_status"), "{\"statuses\":[\"running\"]}").statusCode())
                .isEqualTo(200);
        assertThat(client.post(path(id, "wait_for_status"), "{\"statuses\":[]}").statusCode()).isEqualTo(400);
        assertThat(client.post(path(id, "wait_for_status"), "{\"statuses\":[\"hungry\"]}").statusCode())
                .isEqualTo(400);
        assertThat(client.post(path(id, "wait_for_status"), "").statusCode()).isEqualTo(400);
    }

    private void untilHeld(String id) {
        Awaitility.await().until(() -> held(id) == 1);
    }

    private int held(String id) {
        return sandbox.held(id);
    }

    private String create(String body) throws Exception {
        String id = SandboxClient.json(client.post("/v1/devboxes", body)).getString("id");
        time.advance(Duration.ofSeconds(2));
        return id;
    }

    private String status(String id) throws Exception {
        return SandboxClient.json(client.get("/v1/devboxes/" + id)).getString("status");
    }

    private Iterable<String> transitions(String id) throws Exception {
        JsonArray transitions = SandboxClient.json(client.get("/v1/devboxes/" + id)).getJsonArray("state_transitions");
        return transitions.stream().map(transition -> ((JsonObject) transition).getString("status")).toList();
    }

    private static String path(String id, String verb) {
        return "/v1/devboxes/" + id + "/" + verb;
    }
}
