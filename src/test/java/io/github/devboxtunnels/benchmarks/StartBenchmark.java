package io.github.devboxtunnels.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.devboxtunnels.benchmarks.BenchReport.Baseline;
import io.github.devboxtunnels.benchmarks.BenchReport.Summary;
import io.github.devboxtunnels.benchmarks.BenchReport.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code start-list-shown}: process start to the list of 500 shown, from a server in another process: at most 1.3 s,
 * and at most 1.3 × first frame. The target is the packaged application's; this is the same from a plain class path,
 * without an image and a class cache.
 */
class StartBenchmark {

    private static final double OF_FIRST_FRAME = 1.3;

    @TempDir
    private Path home;

    @Test
    void start() throws IOException {
        double[] shown = new double[Bench.times(10, 3)];
        double[] firstFrame = new double[shown.length];
        try (ServedSandbox sandbox = ServedSandbox.start(500)) {
            measure(sandbox);
            for (int i = 0; i < shown.length; i++) {
                JsonNode line = measure(sandbox);
                shown[i] = line.path("listShownMs").doubleValue();
                firstFrame[i] = line.path("firstFrameMs").doubleValue();
            }
        }
        new BenchReport("start-list-shown", "ms", shown, Summary.MEDIAN,
                new Baseline("first frame of the same starts, unpackaged, " + Bench.windowName(), firstFrame),
                new Target(Target.On.VALUE, 1300)).write();
        double ratio = BenchReport.median(shown) / BenchReport.median(firstFrame);
        System.out.printf("start-list-shown: target ratio <= %.1f: %s%n", OF_FIRST_FRAME,
                ratio <= OF_FIRST_FRAME ? "reached" : "MISSED");
    }

    private JsonNode measure(ServedSandbox sandbox) throws IOException {
        List<String> jvm = new ArrayList<>(Bench.window());
        jvm.add(Bench.home(home));
        try (Child application = Child.application(jvm, sandbox.environment(), "--measure-start")) {
            return JsonMapper.shared().readTree(application.line());
        }
    }
}
