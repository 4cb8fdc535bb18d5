package io.github.devboxtunnels.app;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The program curl, run by this user or by another one, over one address of loopback. */
record Curl(List<String> user, String loopback) {

    /** A user who owns nothing; only root can become one. */
    private static final List<String> NOBODY = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    /** What it printed, and how it ended: 0 with an answer. */
    record Ended(int exit, String printed) {

        /** Whether the connection ended without a byte of an answer: an empty reply, or a reset. */
        boolean closed() {
            return printed.isEmpty() && (exit == 52 || exit == 56);
        }
    }

    /** Run by this user. */
    static Curl ours(String loopback) {
        return new Curl(List.of(), loopback);
    }

    /** Run by another user. */
    static Curl anotherUsers(String loopback) {
        return new Curl(NOBODY, loopback);
    }

    /** Begins to call an address; it prints head and body of the answer. */
    Process begin(URI address, String... options) throws IOException {
        List<String> command = new ArrayList<>(user);
        command.addAll(List.of("curl", "--silent", "--include", "--max-time", "20", "--connect-to",
                "::" + loopback + ":" + address.getPort()));
        command.addAll(List.of(options));
        command.add(address.toString());
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    Ended call(URI address, String... options) throws IOException, InterruptedException {
        return end(begin(address, options));
    }

    static Ended end(Process begun) throws IOException, InterruptedException {
        String printed = new String(begun.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(begun.waitFor(), printed);
    }
}
