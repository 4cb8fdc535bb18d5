package io.github.devboxtunnels.sandbox;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.devboxtunnels.time.SystemTimeline;
import io.vertx.core.json.JsonObject;

/**
 * The sandbox alone, for people who write scripts: {@code --serve-sandbox [--port N] [--devboxes N] [--seed S]} prints
 * one line of JSON ({@code baseUrl}, {@code apiKey}, {@code tunnelUrlTemplate}) and serves until the process is
 * stopped.
 *
 * <p>
 * Scripts may also order faults over a path guarded by the same key: {@code POST /_sandbox/faults} with
 * {@code {"operation": "enable_tunnel", "fault": "reset_after_commit", "times": 1, "value": …}} ({@code operation} left
 * out means every one, {@code times} -1 means until taken back, {@code value} is the number of milliseconds or the word
 * some faults need), {@code DELETE /_sandbox/faults} to take all back, and {@code GET /_sandbox/ledger} for what really
 * happened.
 */
public final class SandboxCommand {

    /** The flag that asks for it. */
    public static final String FLAG = "--serve-sandbox";

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private final PrintStream out;
    private final PrintStream err;

    /**
     * Makes the command.
     *
     * @param out gets the one line
     * @param err gets one line when it cannot start
     */
    public SandboxCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Serves until the thread is interrupted or the process stops.
     *
     * @param words the command line, with or without {@link #FLAG}
     * @return exit status
     */
    public int run(List<String> words) {
        SandboxOptions options;
        try {
            options = parse(words);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return WRONG_USE;
        }
        Sandbox sandbox;
        try {
            sandbox = Sandbox.start(options, new SystemTimeline());
        } catch (RuntimeException e) {
            err.println("The sandbox cannot listen: " + e.getMessage());
            return FAILED;
        }
        try (sandbox) {
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "stop-sandbox"));
            sandbox.warmUp();
            out.println(new JsonObject().put("baseUrl", sandbox.baseUrl().toString())
                    .put("apiKey", sandbox.key().reveal()).put("tunnelUrlTemplate", sandbox.tunnelUrlTemplate())
                    .encode());
            out.flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return DONE;
    }

    private static SandboxOptions parse(List<String> words) {
        SandboxOptions options = SandboxOptions.defaults();
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            String word = left.pop();
            options = switch (word) {
                case FLAG -> options;
                case "--port" -> options.withPort((int) number(word, left, 0, Integer.MAX_VALUE));
                case "--devboxes" -> options.withDevboxes((int) number(word, left, 0, Integer.MAX_VALUE));
                case "--seed" -> options.withSeed(number(word, left, Long.MIN_VALUE, Long.MAX_VALUE));
                default -> throw new IllegalArgumentException("Unknown option " + word + " of " + FLAG);
            };
        }
        return options;
    }

    private static long number(String option, Deque<String> left, long least, long most) {
        try {
            long value = Long.parseLong(left.isEmpty() ? "" : left.pop());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, together with the range.
        }
        throw new IllegalArgumentException(option + " needs a whole number" + (least == 0 ? " from 0 up" : ""));
    }
}
