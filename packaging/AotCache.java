import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cache of loaded, linked and profiled classes: trained by the image's own java with the flags that are shipped. */
final class AotCache {

    private final Build build;

    AotCache(Build build) {
        this.build = build;
    }

    /** Trains it by walking every view on the sandbox, without a display, and checks that it is taken. */
    void train(Path cache) throws IOException, InterruptedException {
        Path home = build.work("training");
        List<String> training = new ArrayList<>(build.config().trainingJvm());
        training.add("-XX:AOTCacheOutput=" + cache);
        training.add("-Ddevboxtunnels.home=" + home);
        try (ServedSandbox sandbox = ServedSandbox.start(build)) {
            run("training.log", sandbox.environment(), training, build.config().trainingArguments());
        }
        // Refused caches are passed over in silence unless the mode is "on".
        run("cache-check.log", Map.of(), List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on", "-Xlog:class+load"),
                List.of("--version"));
        if (!build.tools().plans()) {
            check(build.work("cache-check.log"));
        }
    }

    private void run(String log, Map<String, String> environment, List<String> flags, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(build.java().toString()));
        command.addAll(build.config().jvm());
        command.add("-Ddevboxtunnels.fonts=" + build.fonts());
        command.addAll(flags);
        command.addAll(List.of("--module", build.config().module()));
        command.addAll(arguments);
        build.tools().program(build.work(log), environment, command);
    }

    private void check(Path log) throws IOException {
        String main = build.config().module().substring(build.config().module().indexOf('/') + 1);
        boolean taken = Files.readAllLines(log).stream()
                .anyMatch(line -> line.contains(main + " source:") && line.contains("shared objects file"));
        if (!taken) {
            throw new IllegalStateException("the AOT cache is not used: " + log);
        }
    }
}
