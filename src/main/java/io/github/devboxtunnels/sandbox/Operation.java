package io.github.devboxtunnels.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import io.vertx.core.http.HttpMethod;

/** What the sandbox's API can be asked for, one per path and method. */
public enum Operation {
    /** Whose key it is. */
    ACCOUNT("GET", "/v1/accounts/me", false),
    /** A page of devboxes. */
    LIST("GET", "/v1/devboxes", false),
    /** Makes a devbox. */
    CREATE("POST", "/v1/devboxes", true),
    /** Makes a devbox and waits a little for it to run. */
    CREATE_AND_AWAIT("POST", "/v1/devboxes/create_and_await_running", true),
    /** One devbox. */
    GET("GET", "/v1/devboxes/:id", false),
    /** Gives a running devbox its tunnel. */
    ENABLE_TUNNEL("POST", "/v1/devboxes/:id/enable_tunnel", true),
    /** Takes the tunnel away. */
    REMOVE_TUNNEL("POST", "/v1/devboxes/:id/remove_tunnel", true),
    /** Puts a running devbox to sleep. */
    SUSPEND("POST", "/v1/devboxes/:id/suspend", true),
    /** Wakes a suspended devbox. */
    RESUME("POST", "/v1/devboxes/:id/resume", true),
    /** Restarts the idle timer. */
    KEEP_ALIVE("POST", "/v1/devboxes/:id/keep_alive", true),
    /** Ends a devbox. */
    SHUTDOWN("POST", "/v1/devboxes/:id/shutdown", true),
    /** Long poll for a status of a devbox. */
    WAIT("POST", "/v1/devboxes/:id/wait_for_status", false),
    /** Runs a command under an id of the caller. */
    EXECUTE("POST", "/v1/devboxes/:id/execute", true),
    /** Runs a command and answers when it is done. */
    EXECUTE_SYNC("POST", "/v1/devboxes/:id/execute_sync", true),
    /** Starts a command. */
    EXECUTE_ASYNC("POST", "/v1/devboxes/:id/execute_async", true),
    /** State and output of a command. */
    EXECUTION("GET", "/v1/devboxes/:id/executions/:execution", false),
    /** Long poll for a status of a command. */
    WAIT_EXECUTION("POST", "/v1/devboxes/:id/executions/:execution/wait_for_status", false),
    /** Ends a command. */
    KILL_EXECUTION("POST", "/v1/devboxes/:id/executions/:execution/kill", true),
    /** Output of a command while it comes, as server-sent events. */
    STDOUT("GET", "/v1/devboxes/:id/executions/:execution/stream_stdout_updates", false),
    /** Error output of a command while it comes, as server-sent events. */
    STDERR("GET", "/v1/devboxes/:id/executions/:execution/stream_stderr_updates", false),
    /** Log lines of a devbox. */
    LOGS("GET", "/v1/devboxes/:id/logs", false),
    /** Consumed compute of a devbox. */
    USAGE("GET", "/v1/devboxes/:id/usage", false);

    private final String method;
    private final String path;
    private final boolean changes;

    Operation(String method, String path, boolean changes) {
        this.method = method;
        this.path = path;
        this.changes = changes;
    }

    /** The operation with this name in any case, as the control path and scripts write it. */
    public static Optional<Operation> named(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(operation -> operation.name().equals(upper)).findFirst();
    }

    HttpMethod method() {
        return HttpMethod.valueOf(method);
    }

    /** The path with {@code :id} and {@code :execution} in it. */
    String path() {
        return path;
    }

    /** Whether a second call would do something again, so that a repeated request id gets the first result. */
    boolean changes() {
        return changes;
    }
}
