package io.github.devboxtunnels.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.devboxtunnels.benchmarks.BenchReport.Baseline;
import io.github.devboxtunnels.benchmarks.BenchReport.Summary;
import io.github.devboxtunnels.benchmarks.BenchReport.Target;
import org.junit.jupiter.api.Test;

/**
 * {@code list-10000}: 10,000 devboxes, request sent to last row in the view's items, against the official TypeScript
 * client listing them with limit 5000 from the same server, each in a process that has listed once before, median of
 * 11: at most 1 ×.
 */
class ListBenchmark {

    private static final int DEVBOXES = 10_000;

    @Test
    void list() throws IOException {
        int runs = Bench.times(11, 3);
        double[] ours = new double[runs];
        double[] theirs = new double[runs];
        try (ServedSandbox sandbox = ServedSandbox.start(DEVBOXES);
                Child application = Child.java(Bench.window(), sandbox.environment(), ListWorker.class.getName(),
                        sandbox.baseUrl(), Integer.toString(DEVBOXES));
                Child client = client(sandbox.environment())) {
            application.ask("");
            client.ask("");
            for (int i = 0; i < runs; i++) {
                ours[i] = Double.parseDouble(application.ask(""));
                theirs[i] = Double.parseDouble(client.ask(""));
            }
        }
        new BenchReport("list-10000", "ms, " + Bench.windowName(), ours, Summary.MEDIAN,
                new Baseline("official TypeScript client 1.32.0, limit 5000", theirs),
                new Target(Target.On.RATIO, 1)).write();
    }

    private static Child client(Map<String, String> environment) throws IOException {
        return Child.start(environment, List.of("node", "src/test/client/list.mjs", Integer.toString(DEVBOXES)));
    }
}
