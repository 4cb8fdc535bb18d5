import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The application image on Linux: a prefix like /usr. Two small shell scripts are its launchers, because jpackage's asks
 * rpm and dpkg at every start, which takes half a second.
 */
final class LinuxImage {

    private final Build build;

    LinuxImage(Build build) {
        this.build = build;
    }

    void make() throws IOException, InterruptedException {
        Config config = build.config();
        launcher(config.launcher(), List.of());
        launcher(config.safeLauncher(), config.safeJvm());
        if (!build.tools().plans()) {
            Trees.settle(build.image(), build.timestamp());
        }
        new AotCache(build).train(build.home().resolve(config.cache()));
        if (!build.tools().plans()) {
            Trees.settle(build.image(), build.timestamp());
        }
    }

    private void launcher(String name, List<String> more) throws IOException {
        Config config = build.config();
        List<String> flags = new ArrayList<>(config.jvm());
        flags.addAll(more);
        String script = Files.readString(build.resources("linux").resolve("launcher.sh"))
                .replace("@NAME@", config.launcher()).replace("@JVM@", String.join(" ", flags))
                .replace("@CACHE@", config.cache()).replace("@MODULE@", config.module());
        if (!build.tools().plans()) {
            Path file = build.image().resolve("bin").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, script);
            file.toFile().setExecutable(true, false);
        }
    }
}
