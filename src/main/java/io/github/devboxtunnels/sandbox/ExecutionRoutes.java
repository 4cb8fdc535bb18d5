package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;

/** Running commands and reading what they print. */
final class ExecutionRoutes {

    private static final double LONGEST_HOLD = 25;
    private static final double MILLIS = 1000;
    private static final int DEFAULT_LINES = 100;
    private static final int MOST_LINES = 1_000_000;
    private static final Set<String> STATUSES = Set.of("queued", "running", "completed");

    private final Fleet fleet;
    private final Executions executions;
    private final Agenda agenda;

    ExecutionRoutes(Fleet fleet, Executions executions, Agenda agenda) {
        this.fleet = fleet;
        this.executions = executions;
        this.agenda = agenda;
    }

    /** Waits a while for the end; gives the command as it is when that takes longer. */
    Future<Answer> execute(Call call) {
        Members members = call.members("command", "command_id", "optimistic_timeout", "shell_name");
        int lines = lines(call);
        double hold = Math.min(members.number("optimistic_timeout", LONGEST_HOLD), LONGEST_HOLD);
        synchronized (fleet) {
            Execution execution = executions.start(fleet.require(call.devbox()), members.required("command_id"),
                    members.required("command"), members.text("shell_name"));
            return until(execution, List.of("completed"), hold).map(reached -> {
                synchronized (fleet) {
                    return Answer.json(execution.view(lines).toBuffer());
                }
            });
        }
    }

    Future<Answer> executeAsync(Call call) {
        Members members = call.members("command", "shell_name", "attach_stdin");
        members.flag("attach_stdin", false);
        synchronized (fleet) {
            return Future.succeededFuture(Answer.json(start(call, members).view(lines(call)).toBuffer()));
        }
    }

    Future<Answer> executeSync(Call call) {
        Members members = call.members("command", "shell_name", "attach_stdin");
        synchronized (fleet) {
            Execution execution = start(call, members);
            return until(execution, List.of("completed"), Double.POSITIVE_INFINITY).map(reached -> {
                synchronized (fleet) {
                    return Answer.json(execution.finished().toBuffer());
                }
            });
        }
    }

    Future<Answer> get(Call call) {
        synchronized (fleet) {
            return Future.succeededFuture(Answer.json(find(call).view(lines(call)).toBuffer()));
        }
    }

    Future<Answer> kill(Call call) {
        call.members("kill_process_group").flag("kill_process_group", false);
        synchronized (fleet) {
            Execution execution = find(call);
            execution.complete(Execution.KILLED);
            return Future.succeededFuture(Answer.json(execution.view(lines(call)).toBuffer()));
        }
    }

    Future<Answer> await(Call call) {
        Members members = call.members("statuses", "timeout_seconds");
        List<String> wanted = members.words("statuses");
        if (!STATUSES.containsAll(wanted)) {
            throw ApiException.badRequest("There is no such status");
        }
        int lines = lines(call);
        double hold = Math.min(members.number("timeout_seconds", LONGEST_HOLD), LONGEST_HOLD);
        synchronized (fleet) {
            Execution execution = find(call);
            return until(execution, wanted, hold).map(reached -> {
                synchronized (fleet) {
                    return reached
                            ? Answer.json(execution.view(lines).toBuffer())
                            : Answer.error(408, "The status was not reached in time").with("x-should-retry", "true");
                }
            });
        }
    }

    Future<Answer> stream(Call call, boolean errors) {
        int offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
        synchronized (fleet) {
            return Future.succeededFuture(Answer.events(new OutputStream(fleet, find(call), errors, offset)));
        }
    }

    private Execution start(Call call, Members members) {
        return executions.start(fleet.require(call.devbox()), "exec_" + UUID.randomUUID(), members.required("command"),
                members.text("shell_name"));
    }

    private Execution find(Call call) {
        return executions.require(fleet.require(call.devbox()).id(), call.execution());
    }

    private Future<Boolean> until(Execution execution, List<String> wanted, double seconds) {
        Supplier<Boolean> reached = () -> wanted.contains(execution.status());
        if (reached.get()) {
            return Future.succeededFuture(true);
        }
        Promise<Boolean> promise = Promise.promise();
        execution.watch(() -> {
            if (reached.get()) {
                promise.tryComplete(true);
            }
        });
        if (!Double.isInfinite(seconds)) {
            agenda.after(Duration.ofMillis(Math.round(Math.max(0, seconds) * MILLIS)),
                    () -> promise.tryComplete(false));
        }
        return promise.future();
    }

    private static int lines(Call call) {
        return call.number("last_n", DEFAULT_LINES, 1, MOST_LINES);
    }

    /** The last pieces of the two streams, in the form the official clients read. */
    static String event(String output, int offset) {
        return "data: " + new JsonObject().put("output", output).put("offset", offset).encode() + "\n\n";
    }
}
