package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Pretends to run a command line in a devbox. It knows {@code ss}, {@code netstat}, {@code cat /proc/net/tcp},
 * {@code echo}, {@code sleep}, {@code exit}, {@code true} and {@code false}, and starts nothing: what comes out is
 * written down here.
 */
final class Shell {

    /**
     * A piece of the run.
     *
     * @param after time since the piece before
     * @param output what it prints
     * @param errors what it prints as errors
     */
    record Step(Duration after, String output, String errors) {
    }

    /**
     * A whole run.
     *
     * @param steps in order
     * @param exit exit status
     */
    record Run(List<Step> steps, int exit) {
    }

    private static final int NOT_FOUND = 127;
    private static final int WRONG_USE = 2;
    private static final double LONGEST_SLEEP_SECONDS = 3600;
    private static final double MILLIS = 1000;

    private final List<Step> steps = new ArrayList<>();
    private final Sockets sockets;
    private final String tool;
    private Duration pending = Duration.ZERO;
    private int status;

    private Shell(List<Listener> listeners, String tool) {
        this.sockets = new Sockets(listeners);
        this.tool = tool;
    }

    /**
     * Works out what a line would do.
     *
     * @param listeners what listens in the devbox
     * @param tool the program of the image that lists sockets
     */
    static Run run(String line, List<Listener> listeners, String tool) {
        Shell shell = new Shell(listeners, tool);
        for (ShellCommand command : ShellCommand.parse(line)) {
            boolean skipped = switch (command.joint()) {
                case ALWAYS -> false;
                case AND -> shell.status != 0;
                case OR -> shell.status == 0;
            };
            if (!skipped && shell.perform(command)) {
                break;
            }
        }
        shell.print("", "");
        return new Run(List.copyOf(shell.steps), shell.status);
    }

    /** Performs one command; gives whether the line ends with it. */
    private boolean perform(ShellCommand command) {
        List<String> words = command.words();
        List<String> arguments = words.subList(1, words.size());
        status = 0;
        switch (words.getFirst()) {
            case "echo" -> show(command, echo(arguments));
            case "true" -> {
            }
            case "false" -> status = 1;
            case "sleep" -> sleep(command, arguments);
            case "exit" -> {
                status = arguments.isEmpty() ? 0 : (int) number(arguments.getFirst(), WRONG_USE);
                return true;
            }
            case "ss", "netstat" -> list(command, arguments);
            case "cat" -> arguments.forEach(file -> cat(command, file));
            default -> fail(command, NOT_FOUND, "sh: 1: " + words.getFirst() + ": not found\n");
        }
        return false;
    }

    private void sleep(ShellCommand command, List<String> arguments) {
        double seconds = arguments.isEmpty() ? -1 : number(arguments.getFirst(), -1);
        if (seconds < 0) {
            fail(command, 1, "sleep: invalid time interval\n");
        } else {
            pending = pending.plusMillis(Math.round(Math.min(seconds, LONGEST_SLEEP_SECONDS) * MILLIS));
        }
    }

    private void list(ShellCommand command, List<String> arguments) {
        String name = command.words().getFirst();
        if (!tool.equals(name)) {
            fail(command, NOT_FOUND, "sh: 1: " + name + ": not found\n");
            return;
        }
        String flags = String.join("", arguments);
        boolean processes = flags.contains("p");
        show(command, name.equals("ss") ? sockets.ss(!flags.contains("H"), processes) : sockets.netstat(processes));
    }

    private void cat(ShellCommand command, String file) {
        switch (file) {
            case "/proc/net/tcp" -> show(command, sockets.proc(false));
            case "/proc/net/tcp6" -> show(command, sockets.proc(true));
            default -> fail(command, 1, "cat: " + file + ": No such file or directory\n");
        }
    }

    private void show(ShellCommand command, String output) {
        print(command.hidesOutput() ? "" : output, "");
    }

    private void fail(ShellCommand command, int exit, String errors) {
        status = exit;
        print("", command.hidesErrors() ? "" : errors);
    }

    private void print(String output, String errors) {
        if (!output.isEmpty() || !errors.isEmpty() || !pending.isZero()) {
            steps.add(new Step(pending, output, errors));
            pending = Duration.ZERO;
        }
    }

    private static String echo(List<String> arguments) {
        boolean bare = !arguments.isEmpty() && arguments.getFirst().equals("-n");
        String text = String.join(" ", bare ? arguments.subList(1, arguments.size()) : arguments);
        return bare ? text : text + "\n";
    }

    private static double number(String word, double otherwise) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
