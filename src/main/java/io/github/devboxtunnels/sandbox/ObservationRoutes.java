package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Logs and usage. */
final class ObservationRoutes {

    private static final int VCPUS = 2;
    private static final int MEMORY_GB = 4;
    private static final int DISK_GB = 16;

    private final Fleet fleet;
    private final Executions executions;
    private final ServerClock clock;

    ObservationRoutes(Fleet fleet, Executions executions, ServerClock clock) {
        this.fleet = fleet;
        this.executions = executions;
        this.clock = clock;
    }

    Future<Answer> logs(Call call) {
        String wanted = call.parameter("execution_id");
        String shell = call.parameter("shell_name");
        JsonArray logs = new JsonArray();
        synchronized (fleet) {
            DevboxState devbox = fleet.require(call.devbox());
            if (wanted == null && shell == null) {
                devbox.transitions().forEach(transition -> logs.add(line(transition)));
            }
            executions.of(devbox.id()).stream()
                    .filter(execution -> wanted == null || execution.id().equals(wanted))
                    .filter(execution -> shell == null || shell.equals(execution.shell()))
                    .forEach(execution -> logs.add(line(execution)));
        }
        return Future.succeededFuture(Answer.json(new JsonObject().put("logs", logs).toBuffer()));
    }

    Future<Answer> usage(Call call) {
        synchronized (fleet) {
            DevboxState devbox = fleet.require(call.devbox());
            Instant ended = devbox.endedAt();
            Instant end = ended == null ? clock.now() : ended;
            long elapsed = Duration.between(devbox.createdAt(), end).toSeconds();
            long active = active(devbox.transitions(), end).toSeconds();
            return Future.succeededFuture(Answer.json(new JsonObject().put("id", devbox.id())
                    .put("status", DevboxJson.word(devbox.status()))
                    .put("start_time_ms", clock.told(devbox.createdAt())).put("end_time_ms", clock.toldOrNull(ended))
                    .put("total_elapsed_seconds", elapsed).put("total_active_seconds", active)
                    .put("vcpu_seconds", active * VCPUS).put("memory_gb_seconds", active * MEMORY_GB)
                    .put("disk_gb_seconds", elapsed * DISK_GB).toBuffer()));
        }
    }

    private static Duration active(List<Transition> transitions, Instant end) {
        Duration active = Duration.ZERO;
        for (int i = 0; i < transitions.size(); i++) {
            Instant until = i + 1 < transitions.size() ? transitions.get(i + 1).at() : end;
            Kind status = transitions.get(i).status();
            if (status != Kind.SUSPENDED && !status.status().ended()) {
                active = active.plus(Duration.between(transitions.get(i).at(), until));
            }
        }
        return active;
    }

    private JsonObject line(Transition transition) {
        boolean setup = transition.status() == Kind.INITIALIZING || transition.status() == Kind.PROVISIONING;
        return line(transition.at(), setup ? "setup_commands" : "entrypoint", null, null, null,
                "Devbox is " + DevboxJson.word(transition.status()), null);
    }

    private JsonObject line(Execution execution) {
        return line(execution.startedAt(), "exec", execution.command(), execution.id(), execution.exit(), null,
                execution.shell());
    }

    private JsonObject line(Instant at, String source, @Nullable String command, @Nullable String commandId,
            @Nullable Integer exit, @Nullable String message, @Nullable String shell) {
        return new JsonObject().put("timestamp_ms", clock.told(at)).put("level", "INFO").put("source", source)
                .put("cmd", command).put("cmd_id", commandId).put("exit_code", exit).put("message", message)
                .put("shell_name", shell);
    }
}
