package io.github.devboxtunnels.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A bare JavaFX window in an image of its own, with the options, flags, launcher and kind of cache of the application. */
final class BareImage {

    private static final Path SOURCES = Path.of("src", "test", "bare");
    private static final Path CLOCK = Path.of("src", "main", "java", "io", "github", "devboxtunnels", "platform",
            "StartClock.java");
    private static final String MODULE = "bare/bare.BareWindow";

    private BareImage() {
    }

    /** Makes it in a folder and returns its launcher. */
    static Path make(Path folder) throws IOException, InterruptedException {
        JsonNode jlink = JsonMapper.shared().readTree(Files.readString(Path.of("jlink.json")));
        Path classes = folder.resolve("classes");
        run("javac", "--module-path", modules(), "-d", classes.toString(), SOURCES.resolve("module-info.java")
                .toString(), SOURCES.resolve("bare").resolve("BareWindow.java").toString(), CLOCK.toString());
        Path home = folder.resolve("lib").resolve("devbox-tunnels");
        Path runtime = home.resolve("runtime");
        Files.createDirectories(home);
        List<String> link = new ArrayList<>(List.of("--module-path", jmods() + ":" + classes, "--add-modules", "bare",
                "--output", runtime.toString()));
        jlink.path("image").path("options").forEach(each -> link.add(each.stringValue()));
        run("jlink", link.toArray(String[]::new));
        Files.copy(runtime.resolve("bin").resolve("java"), runtime.resolve("bin").resolve("devbox-tunnels"));
        Path launcher = folder.resolve("bin").resolve("devbox-tunnels");
        Files.createDirectories(launcher.getParent());
        Files.writeString(launcher, Files.readString(PackagedImage.LAUNCHER)
                .replace(jlink.path("launcher").path("module").stringValue(), MODULE).replace(",io.netty.common", ""));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        train(home, jlink);
        return launcher;
    }

    private static void train(Path home, JsonNode jlink) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("runtime/bin/java").toString()));
        jlink.path("launcher").path("jvm")
                .forEach(each -> command.add(each.stringValue().replace(",io.netty.common", "")));
        jlink.path("aot").path("jvm").forEach(each -> command.add(each.stringValue()));
        command.addAll(List.of("-XX:AOTCacheOutput=" + home.resolve("app.aot"), "--module", MODULE));
        Path log = home.resolve("training.log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        assertThat(home.resolve("app.aot")).exists();
    }

    private static String jmods() throws IOException {
        Path made = Path.of("target", "installer", "work", "javafx");
        assertThat(made).as("mvn -Pinstaller -DskipTests package makes it").isDirectory();
        try (Stream<Path> files = Files.list(made)) {
            return files.map(Path::toString).filter(file -> file.endsWith(".jmod")).collect(Collectors.joining(":"));
        }
    }

    private static String modules() {
        return String.join(":", Stream.of(System.getProperty("java.class.path").split(":"))
                .filter(each -> each.matches(".*/javafx-[a-z]+-[0-9.]+-[a-z0-9-]+\\.jar")).toList());
    }

    private static void run(String tool, String... arguments) {
        assertThat(ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments)).as(tool)
                .isZero();
    }
}
