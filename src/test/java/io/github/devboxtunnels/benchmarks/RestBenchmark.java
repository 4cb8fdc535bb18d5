package io.github.devboxtunnels.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.devboxtunnels.benchmarks.BenchReport.Summary;
import io.github.devboxtunnels.benchmarks.BenchReport.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;

/**
 * {@code rss-rest-500}: resident memory of the packaged application at rest, 500 devboxes: at most 200 MB.
 */
class RestBenchmark {

    private static final Duration REST = Duration.ofSeconds(10);

    @TempDir
    private Path home;

    @Test
    void rest() throws Exception {
        double[] megabytes = new double[Bench.times(10, 1)];
        for (int i = 0; i < megabytes.length; i++) {
            try (ServedSandbox sandbox = ServedSandbox.start(500);
                    Child application = PackagedImage.start(home.resolve("run-" + i), sandbox.environment(),
                            List.of())) {
                await().atMost(Duration.ofSeconds(30)).until(sandbox::hasListed);
                await().pollDelay(REST).atMost(REST.multipliedBy(2)).until(() -> true);
                megabytes[i] = resident(application.pid());
            }
        }
        new BenchReport("rss-rest-500", "MB, " + Bench.windowName(), megabytes, Summary.MEDIAN, null,
                new Target(Target.On.VALUE, 200)).write();
    }

    private static double resident(long pid) throws Exception {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6).findFirst()
                .orElseThrow();
    }
}
