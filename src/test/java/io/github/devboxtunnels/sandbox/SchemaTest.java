package io.github.devboxtunnels.sandbox;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.testing.OpenApiSchemas;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Drives every operation of the OpenAPI file and holds every answer, and every request too, against it. */
class SchemaTest {

    /** Named by the API's description in words, but not by the file. */
    private static final Set<Operation> NOT_IN_THE_FILE = EnumSet.of(Operation.STDOUT, Operation.STDERR,
            Operation.KILL_EXECUTION);

    private final OpenApiSchemas schemas = OpenApiSchemas.load();
    private final SimulatedTimeline time = new SimulatedTimeline();
    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults(), time);
        client = new SandboxClient(sandbox);
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void everyAnswerIsValid() throws Exception {
        get("/v1/accounts/me", 200);
        get("/v1/devboxes", 200);
        get("/v1/devboxes?limit=2&status=running", 200);
        get("/v1/devboxes?limit=1&include_total_count=false", 200);
        get("/v1/devboxes?limit=0&include_total_count=true", 200);
        get("/v1/devboxes?limit=9000", 400);
        for (var devbox : sandbox.devboxes()) {
            get("/v1/devboxes/" + devbox.id(), 200);
            get("/v1/devboxes/" + devbox.id() + "/logs", 200);
            get("/v1/devboxes/" + devbox.id() + "/usage", 200);
        }
        get("/v1/devboxes/dbx_none", 404);
        creating();
        tunnel();
        lifecycle();
        commands();

        assertThat(sandbox.ledger().requests().stream().map(Ledger.Request::operation).collect(Collectors.toSet()))
                .containsAll(EnumSet.complementOf(EnumSet.copyOf(NOT_IN_THE_FILE)));
    }

    @Test
    void aThousandDevboxesAreValid() throws Exception {
        try (Sandbox many = Sandbox.start(SandboxOptions.defaults().withDevboxes(1000), time);
                SandboxClient reader = new SandboxClient(many)) {
            HttpResponse<String> answer = reader.get("/v1/devboxes?limit=5000");
            assertThat(schemas.responseProblems("GET", "/v1/devboxes", 200, answer.body())).isEmpty();
        }
    }

    private void creating() throws Exception {
        post("/v1/devboxes", "", 200);
        post("/v1/devboxes", """
                {"name": null, "tunnel": {"auth_mode": "authenticated", "wake_on_http": null},
                 "metadata": {"team": "web"}, "environment_variables": null, "entrypoint": "./run",
                 "launch_parameters": {"resource_size_request": "SMALL", "after_idle": null,
                   "lifecycle": {"after_idle": {"idle_time_seconds": 60, "on_idle": "suspend"},
                     "resume_triggers": {"http": true}}}}
                """, 200);
        String created = post("/v1/devboxes", "{\"blueprint_name\":\"sandbox-json\"}", 200).getString("id");
        time.advance(DevboxPlan.STEP.multipliedBy(2));
        get("/v1/devboxes/" + created, 200);
        assertThat(client.post("/v1/devboxes", "{\"blueprint_id\":\"a\",\"snapshot_id\":\"b\"}").statusCode())
                .isEqualTo(400);
        assertThat(client.post("/v1/devboxes", "{\"metadata\":{\"a\":1}}").statusCode()).isEqualTo(400);
        assertThat(client.post("/v1/devboxes", "nonsense").statusCode()).isEqualTo(400);
        var awaited = client.postLater("/v1/devboxes/create_and_await_running", "{\"name\":\"n2\"}");
        org.awaitility.Awaitility.await().until(() -> {
            time.advance(DevboxPlan.STEP);
            return awaited.isDone();
        });
        check("POST", "/v1/devboxes/create_and_await_running", "{\"name\":\"n2\"}", awaited.get(), 200);
        assertThat(SandboxClient.json(awaited.get()).getString("status")).isEqualTo("running");
    }

    private void tunnel() throws Exception {
        String jobs = "/v1/devboxes/" + sandbox.idOf("jobs-api");
        for (String mode : new String[]{"", "\"auth_mode\":null", "\"auth_mode\":\"open\"",
                "\"auth_mode\":\"authenticated\""}) {
            for (String rest : new String[]{"", "\"http_keep_alive\":null,\"wake_on_http\":true",
                    "\"http_keep_alive\":false"}) {
                String body = "{" + mode + (mode.isEmpty() || rest.isEmpty() ? "" : ",") + rest + "}";
                JsonObject tunnel = post(jobs + "/enable_tunnel", body, 200);
                assertThat(tunnel.getString("auth_mode")).isEqualTo(mode.contains("auth") && mode.contains("enticated")
                        ? "authenticated"
                        : "open");
                assertThat(tunnel.containsKey("auth_token")).isEqualTo(mode.contains("enticated"));
                assertThat(tunnel.getBoolean("http_keep_alive")).isEqualTo(!rest.contains("false"));
                assertThat(tunnel.getBoolean("wake_on_http")).isEqualTo(rest.contains("true"));
                assertThat(get(jobs, 200).getJsonObject("tunnel")).isEqualTo(tunnel);
                post(jobs + "/enable_tunnel", body, 400);
                post(jobs + "/remove_tunnel", "", 200);
            }
        }
        post(jobs + "/enable_tunnel", "", 200);
        assertThat(client.post(jobs + "/enable_tunnel", "{\"auth_mode\":\"public\"}").statusCode()).isEqualTo(400);
        assertThat(client.post(jobs + "/enable_tunnel", "{\"port\":3000}").statusCode()).isEqualTo(400);
        post("/v1/devboxes/dbx_none/enable_tunnel", "{}", 404);
        post("/v1/devboxes/dbx_none/remove_tunnel", "", 404);
        post("/v1/devboxes/" + sandbox.idOf("feature-login") + "/enable_tunnel", "{}", 400);
    }

    private void lifecycle() throws Exception {
        String id = sandbox.add("box", Kind.RUNNING);
        String box = "/v1/devboxes/" + id;
        post(box + "/keep_alive", "", 200);
        post(box + "/resume", "", 400);
        post(box + "/suspend", "", 200);
        post(box + "/suspend", "", 400);
        time.advance(StateMachine.SLEEP_STEP);
        post(box + "/keep_alive", "", 400);
        post(box + "/wait_for_status", "{\"statuses\":[\"suspended\",\"failure\"],\"timeout_seconds\":1.5}", 200);
        post(box + "/wait_for_status", "{\"statuses\":[\"running\"],\"timeout_seconds\":0}", 408);
        post(box + "/resume", "", 200);
        post("/v1/devboxes/dbx_none/wait_for_status", "{\"statuses\":[\"running\"]}", 404);
        post(box + "/shutdown?force=true", "", 200);
        get(box, 200);
        get(box + "/usage", 200);
    }

    private void commands() throws Exception {
        String box = "/v1/devboxes/" + sandbox.add("box", Kind.RUNNING);
        post(box + "/execute?last_n=500", "{\"command\":\"ss -ltn\",\"command_id\":\"c1\"}", 200);
        post(box + "/execute_sync", "{\"command\":\"echo hi\"}", 200);
        String slow = post(box + "/execute_async", "{\"command\":\"sleep 9\",\"shell_name\":\"s\"}", 200)
                .getString("execution_id");
        get(box + "/executions/" + slow, 200);
        get(box + "/executions/c1?last_n=50", 200);
        get(box + "/executions/none", 404);
        post(box + "/executions/c1/wait_for_status", "{\"statuses\":[\"completed\"]}", 200);
        post(box + "/executions/" + slow + "/wait_for_status",
                "{\"statuses\":[\"completed\"],\"timeout_seconds\":0}", 408);
        get(box + "/logs?execution_id=c1", 200);
        get(box + "/logs?shell_name=s", 200);
        assertThat(client.post(box + "/execute", "{\"command\":\"ss\"}").statusCode()).isEqualTo(400);
    }

    private JsonObject get(String path, int status) throws Exception {
        return check("GET", path, "", client.get(path), status);
    }

    private JsonObject post(String path, String body, int status) throws Exception {
        var answer = client.postLater(path, body);
        org.awaitility.Awaitility.await().until(() -> {
            if (path.contains("wait_for_status")) {
                time.advance(java.time.Duration.ofMillis(1));
            }
            return answer.isDone();
        });
        return check("POST", path, body, answer.get(), status);
    }

    private JsonObject check(String method, String path, String body, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(schemas.responseProblems(method, path, status, answer.body())).as(method + " " + path).isEmpty();
        assertThat(schemas.requestProblems(method, path, body)).as(method + " " + path).isEmpty();
        return SandboxClient.json(answer);
    }
}
