package io.github.devboxtunnels.sandbox;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExecutionTest {

    private final SimulatedTimeline time = new SimulatedTimeline();
    private Sandbox sandbox;
    private SandboxClient client;
    private String box;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withDevboxes(0), time);
        client = new SandboxClient(sandbox);
        box = "/v1/devboxes/" + sandbox.add("box", Kind.RUNNING);
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void aQuickCommandIsDoneAtOnce() throws Exception {
        JsonObject done = SandboxClient.json(
                client.post(box + "/execute?last_n=500", "{\"command\":\"ss -ltn\",\"command_id\":\"c1\"}"));

        assertThat(done.getString("status")).isEqualTo("completed");
        assertThat(done.getInteger("exit_status")).isZero();
        assertThat(done.getString("stdout")).contains("0.0.0.0:3000");
        assertThat(done.getString("stderr")).isEmpty();
    }

    @Test
    void aSlowCommandIsWaitedForAsLongAsAskedAndThenShownRunning() throws Exception {
        CompletableFuture<HttpResponse<String>> execute = client.postLater(box + "/execute",
                "{\"command\":\"echo a; sleep 30; echo b\",\"command_id\":\"c1\",\"optimistic_timeout\":10}");
        Awaitility.await().until(() -> time.nextIn().filter(Duration.ofSeconds(10)::equals).isPresent());
        time.advance(Duration.ofSeconds(10));

        JsonObject running = SandboxClient.json(execute.get(20, TimeUnit.SECONDS));
        assertThat(running.getString("status")).isEqualTo("running");
        assertThat(running.containsKey("stdout")).isFalse();

        CompletableFuture<HttpResponse<String>> wait = client
                .postLater(box + "/executions/c1/wait_for_status", "{\"statuses\":[\"completed\"]}");
        Awaitility.await().until(() -> {
            time.advance(Duration.ofSeconds(1));
            return wait.isDone();
        });
        assertThat(SandboxClient.json(wait.get()).getString("stdout")).isEqualTo("a\nb\n");
    }

    @Test
    void waitingInVainEndsWith408ThatMayBeRepeated() throws Exception {
        client.post(box + "/execute_async", "{\"command\":\"sleep 60\"}");
        String id = SandboxClient.json(client.post(box + "/execute_async", "{\"command\":\"sleep 60\"}"))
                .getString("execution_id");
        CompletableFuture<HttpResponse<String>> wait = client.postLater(
                box + "/executions/" + id + "/wait_for_status",
                "{\"statuses\":[\"completed\"],\"timeout_seconds\":1}");
        Awaitility.await().until(() -> time.nextIn().filter(Duration.ofSeconds(1)::equals).isPresent());
        time.advance(Duration.ofSeconds(1));

        assertThat(wait.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(408);
        assertThat(wait.get().headers().firstValue("x-should-retry")).contains("true");
    }

    @Test
    void theSameCommandIdNamesTheSameRun() throws Exception {
        String body = "{\"command\":\"echo once\",\"command_id\":\"c1\"}";
        client.post(box + "/execute", body);
        client.post(box + "/execute", body);

        assertThat(SandboxClient.json(client.get(box + "/logs?execution_id=c1")).getJsonArray("logs")).hasSize(1);
        assertThat(client.get(box + "/executions/c2").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyTheLastLinesComeWhenSoAsked() throws Exception {
        JsonObject last = SandboxClient.json(client.post(box + "/execute?last_n=2",
                "{\"command\":\"echo a; echo b; echo c\",\"command_id\":\"c1\"}"));

        assertThat(last.getString("stdout")).isEqualTo("b\nc\n");
        assertThat(last.getBoolean("stdout_truncated")).isTrue();
        assertThat(last.getBoolean("stderr_truncated")).isFalse();
    }

    @Test
    void outputStreamsWhileItComesAndFromAnOffset() throws Exception {
        String id = SandboxClient
                .json(client.post(box + "/execute_async",
                        "{\"command\":\"echo early; sleep 2; echo late; ls\",\"attach_stdin\":false}"))
                .getString("execution_id");
        CompletableFuture<HttpResponse<String>> stream = CompletableFuture.supplyAsync(() -> {
            try {
                return client.get(box + "/executions/" + id + "/stream_stdout_updates?offset=0");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Awaitility.await().until(() -> !sandbox.ledger().requests(Operation.STDOUT).isEmpty());
        // A request is written down before it is answered; an answer to a later one says that the stream has begun.
        client.get(box);
        time.advance(Duration.ofSeconds(2));

        assertThat(stream.get(20, TimeUnit.SECONDS).body()).isEqualTo("""
                data: {"output":"early\\n","offset":6}

                data: {"output":"late\\n","offset":11}

                """);
        assertThat(stream.get().headers().firstValue("content-type")).contains("text/event-stream");
        assertThat(client.get(box + "/executions/" + id + "/stream_stdout_updates?offset=6").body())
                .isEqualTo("data: {\"output\":\"late\\n\",\"offset\":11}\n\n");
        assertThat(client.get(box + "/executions/" + id + "/stream_stderr_updates").body()).contains("ls: not found");
    }

    @Test
    void aSuspendedDevboxRunsNothingAndWhatRanIsKilled() throws Exception {
        String id = SandboxClient.json(client.post(box + "/execute_async", "{\"command\":\"sleep 2; echo x\"}"))
                .getString("execution_id");
        client.post(box + "/suspend", "");
        time.advance(Duration.ofSeconds(2));

        assertThat(SandboxClient.json(client.get(box + "/executions/" + id)).getInteger("exit_status"))
                .isEqualTo(Execution.KILLED);
        assertThat(client.post(box + "/execute_async", "{\"command\":\"echo\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void killEndsACommandAtOnce() throws Exception {
        String id = SandboxClient.json(client.post(box + "/execute_async", "{\"command\":\"sleep 60\"}"))
                .getString("execution_id");

        JsonObject killed = SandboxClient.json(client.post(box + "/executions/" + id + "/kill", ""));

        assertThat(killed.getString("status")).isEqualTo("completed");
    }

    @Test
    void usageCountsWhatIsNotAsleep() throws Exception {
        time.advance(Duration.ofSeconds(100));
        client.post(box + "/suspend", "");
        time.advance(Duration.ofSeconds(500));

        JsonObject usage = SandboxClient.json(client.get(box + "/usage"));

        assertThat(usage.getLong("total_elapsed_seconds")).isEqualTo(600);
        assertThat(usage.getLong("total_active_seconds")).isEqualTo(100);
        assertThat(usage.getString("status")).isEqualTo("suspended");
    }
}
