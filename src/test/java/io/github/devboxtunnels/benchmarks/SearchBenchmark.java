package io.github.devboxtunnels.benchmarks;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;

/**
 * {@code search-100000}: a keystroke in search over 100,000 devboxes: longest hold of the UI thread: at most 16 ms, the
 * maximum over 200 keystrokes, garbage collection included.
 */
class SearchBenchmark {

    /** Each is typed letter by letter; {@code <} takes the last letter away. */
    private static final String TYPED = "agent-12<<<<<<<<checkout issue-4<<<<<<<<<<<<<<<<running<<<<<<<node-3 team=b"
            + "<<<<<<<<<<<<<nowhere at all<<<<<<<<<<<<<<dbx_<<<<team=billing task=issue-77<<<<<<<<<<<<<<<<<<<<<<<<<<";

    @Test
    void search() throws IOException {
        Holds holds = new Holds(Bench.times(200, 40));
        try (Child application = Child.java(Bench.window(), Map.of(), HoldWorker.class.getName(), "100000")) {
            for (int i = 0; i < holds.size(); i++) {
                holds.add(application.ask("key " + TYPED.charAt(i % TYPED.length())));
            }
        }
        holds.report("search-100000");
    }
}
