package io.github.devboxtunnels.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.github.devboxtunnels.benchmarks.BenchReport.Summary;
import io.github.devboxtunnels.benchmarks.BenchReport.Target;
import org.junit.jupiter.api.Test;

/** {@code deb-size}: the {@code .deb}, at most 60 MB. {@code mvn -Pinstaller verify} makes it. */
class DebSizeBenchmark {

    @Test
    void size() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("target", "installer"))) {
            double[] megabytes = files.filter(file -> file.toString().endsWith(".deb"))
                    .mapToDouble(file -> file.toFile().length() / 1e6).toArray();
            new BenchReport("deb-size", "MB", megabytes, Summary.LONGEST, null, new Target(Target.On.VALUE, 60))
                    .write();
        }
    }
}
