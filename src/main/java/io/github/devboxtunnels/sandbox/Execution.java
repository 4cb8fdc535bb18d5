package io.github.devboxtunnels.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A command that runs or ran in a devbox. Guarded by the lock of the {@link Fleet}. */
final class Execution {

    /** Exit status of a command that was killed. */
    static final int KILLED = 137;

    private final String id;
    private final String devbox;
    private final String command;
    private final @Nullable String shell;
    private final Instant startedAt;
    private final StringBuilder output = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();
    private final List<Runnable> watchers = new ArrayList<>(0);
    private @Nullable Integer exit;

    Execution(String id, String devbox, String command, @Nullable String shell, Instant startedAt) {
        this.id = id;
        this.devbox = devbox;
        this.command = command;
        this.shell = shell;
        this.startedAt = startedAt;
    }

    String id() {
        return id;
    }

    String command() {
        return command;
    }

    @Nullable
    String shell() {
        return shell;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Integer exit() {
        return exit;
    }

    boolean completed() {
        return exit != null;
    }

    String status() {
        return completed() ? "completed" : "running";
    }

    /** What it has printed so far, as output or as errors. */
    String printed(boolean asErrors) {
        return (asErrors ? errors : output).toString();
    }

    /** Called with everything that happens from now on. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    void print(Shell.Step step) {
        if (!completed()) {
            output.append(step.output());
            errors.append(step.errors());
            tell();
        }
    }

    void complete(int status) {
        if (!completed()) {
            exit = status;
            tell();
        }
    }

    /** The asynchronous view; output stays unset until it is complete. */
    JsonObject view(int lastLines) {
        JsonObject view = new JsonObject().put("devbox_id", devbox).put("execution_id", id).put("status", status())
                .put("shell_name", shell);
        if (completed()) {
            String out = last(output, lastLines);
            String err = last(errors, lastLines);
            view.put("exit_status", exit).put("stdout", out).put("stderr", err)
                    .put("stdout_truncated", out.length() < output.length())
                    .put("stderr_truncated", err.length() < errors.length());
        }
        return view;
    }

    /** The synchronous view, once it is complete. */
    JsonObject finished() {
        return new JsonObject().put("devbox_id", devbox).put("exit_status", exit).put("stdout", output.toString())
                .put("stderr", errors.toString()).put("shell_name", shell);
    }

    private void tell() {
        List.copyOf(watchers).forEach(Runnable::run);
    }

    private static String last(StringBuilder text, int lines) {
        int from = text.length();
        for (int left = lines; left > 0 && from > 0; left--) {
            from = text.lastIndexOf("\n", from - 2) + 1;
        }
        return text.substring(from);
    }
}
