package io.github.devboxtunnels.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The application as it is shipped, made by {@code mvn -Pinstaller -DskipTests package}. */
final class PackagedImage {

    static final Path ROOT = Path.of("target", "installer", "image").toAbsolutePath();
    static final Path LAUNCHER = ROOT.resolve("bin").resolve("devbox-tunnels");

    private PackagedImage() {
    }

    /** Starts it with settings of its own; without a display it has none. */
    static Child start(Path home, Map<String, String> environment, List<String> jvm, String... arguments)
            throws IOException {
        return start(LAUNCHER, home, environment, jvm, arguments);
    }

    /** Starts an image of the same layout. */
    static Child start(Path launcher, Path home, Map<String, String> environment, List<String> jvm,
            String... arguments) throws IOException {
        assertThat(launcher).as("mvn -Pinstaller -DskipTests package makes it").isExecutable();
        Map<String, String> all = new HashMap<>(environment);
        Files.createDirectories(home);
        all.put("XDG_CONFIG_HOME", home.toString());
        all.put("XDG_RUNTIME_DIR", home.toString());
        List<String> options = new ArrayList<>(Bench.window());
        options.addAll(jvm);
        if (!options.isEmpty()) {
            all.put("JDK_JAVA_OPTIONS", String.join(" ", options));
        }
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return Child.start(all, command);
    }
}
