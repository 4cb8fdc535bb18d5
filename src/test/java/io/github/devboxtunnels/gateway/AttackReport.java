package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The attacks with the answers they got and what reached the tunnel, as a table for people. */
final class AttackReport {

    private static final Path FILE = Path.of("target", "reports", "gateway-attacks.md");

    private final List<String> rows = new ArrayList<>();

    synchronized void add(String attack, String answer, int requests, long bytes, boolean stopped) {
        rows.add("| " + attack + " | " + answer.replace("|", "\\|") + " | " + requests + " | " + bytes + " | "
                + (stopped ? "yes" : "NO") + " |");
    }

    synchronized void write() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, """
                # Attacks on the gateway

                What each got for an answer, and what reached the tunnel while it was tried. A request that reached
                it is harmless where the table says that it was stopped: it went to this tunnel and port alone, once.

                | attack | answer | requests | bytes | stopped |
                |---|---|---|---|---|
                """ + String.join("\n", rows) + "\n");
    }
}
