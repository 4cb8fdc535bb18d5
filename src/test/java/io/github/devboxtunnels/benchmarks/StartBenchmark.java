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
 * {@code start-first-frame}: process start to the first frame of the packaged application, at most 1.5 × a bare JavaFX
 * window with the same options, flags and an equal cache. {@code start-list-shown}: to the list of 500 shown, from a
 * server in another process, at most 1.3 s and at most 1.3 × first frame. All kinds of start take turns.
 */
class StartBenchmark {

    private static final double OF_FIRST_FRAME = 1.3;
    private static final List<String> NO_CACHE = List.of("-XX:AOTMode=off");

    @TempDir
    private Path folder;

    @Test
    void start() throws Exception {
        int runs = Bench.times(10, 3);
        double[] bare = new double[runs];
        double[] firstFrame = new double[runs];
        double[] shown = new double[runs];
        double[] uncached = new double[runs];
        double[] uncachedShown = new double[runs];
        double[] plain = new double[runs];
        double[] plainShown = new double[runs];
        Path bareLauncher = BareImage.make(folder.resolve("bare"));
        try (ServedSandbox sandbox = ServedSandbox.start(500)) {
            for (int i = -1; i < runs; i++) {
                JsonNode window = read(PackagedImage.start(bareLauncher, home(), sandbox.environment(), List.of()));
                JsonNode cached = read(
                        PackagedImage.start(home(), sandbox.environment(), List.of(), "--measure-start"));
                JsonNode image = read(PackagedImage.start(home(), sandbox.environment(), NO_CACHE, "--measure-start"));
                JsonNode java = plain(sandbox);
                if (i >= 0) {
                    bare[i] = window.path("firstFrameMs").doubleValue();
                    firstFrame[i] = cached.path("firstFrameMs").doubleValue();
                    shown[i] = cached.path("listShownMs").doubleValue();
                    uncached[i] = image.path("firstFrameMs").doubleValue();
                    uncachedShown[i] = image.path("listShownMs").doubleValue();
                    plain[i] = java.path("firstFrameMs").doubleValue();
                    plainShown[i] = java.path("listShownMs").doubleValue();
                }
            }
        }
        String unit = "ms, " + Bench.windowName();
        new BenchReport("start-first-frame", unit, firstFrame, Summary.MEDIAN,
                new Baseline("bare JavaFX window, image and cache", bare), new Target(Target.On.RATIO, 1.5)).write();
        new BenchReport("start-list-shown", unit, shown, Summary.MEDIAN,
                new Baseline("first frame of the same starts", firstFrame), new Target(Target.On.VALUE, 1300)).write();
        double ratio = BenchReport.median(shown) / BenchReport.median(firstFrame);
        System.out.printf("start-list-shown: target ratio <= %.1f: %s%n", OF_FIRST_FRAME,
                ratio <= OF_FIRST_FRAME ? "reached" : "MISSED");
        System.out.printf("image without cache: first frame %.0f ms, list %.0f ms; plain java: %.0f ms, %.0f ms%n",
                BenchReport.median(uncached), BenchReport.median(uncachedShown), BenchReport.median(plain),
                BenchReport.median(plainShown));
    }

    private JsonNode plain(ServedSandbox sandbox) throws IOException {
        List<String> jvm = new ArrayList<>(Bench.window());
        jvm.add(Bench.home(home()));
        return read(Child.application(jvm, sandbox.environment(), "--measure-start"));
    }

    private Path home() {
        return folder.resolve("home");
    }

    private static JsonNode read(Child started) throws IOException {
        try (started) {
            return JsonMapper.shared().readTree(started.line());
        }
    }
}
