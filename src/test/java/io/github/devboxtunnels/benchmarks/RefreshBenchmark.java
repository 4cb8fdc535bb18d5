package io.github.devboxtunnels.benchmarks;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code refresh-10000}: one refresh of 10,000: longest pause of the UI thread; nothing jumps; selection, scroll and
 * focus stay: at most 16 ms, the maximum over at least 30 refreshes, garbage collection included.
 */
class RefreshBenchmark {

    @Test
    void refresh() throws IOException {
        Holds holds = new Holds(Bench.times(40, 30));
        try (Child application = Child.java(Bench.window(), Map.of(), HoldWorker.class.getName(), "10000")) {
            assertThat(application.ask("scroll")).isEqualTo("ready");
            for (int i = 0; i < holds.size(); i++) {
                holds.add(application.ask("refresh"));
            }
        }
        holds.report("refresh-10000");
    }
}
