package io.github.devboxtunnels.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javafx.scene.Node;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.devboxtunnels.Main;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.time.SystemTimeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The walk that trains the class cache meets every view there is. */
class WalkTest {

    private static final String UI = "io.github.devboxtunnels.ui";
    private static final Pattern VIEW = Pattern.compile(".*(?:View|Dialog|Card|Sheet)");
    private static final Pattern INITIALIZED = Pattern.compile("Initializing '([^']+)'");

    @TempDir
    private Path folder;

    @Test
    void noViewIsMissing() throws Exception {
        Set<String> views = views();
        assertThat(views).hasSizeGreaterThan(50);
        views.removeAll(met());
        assertThat(views).as("views that the walk does not meet, for which Walk needs a step").isEmpty();
    }

    private static Set<String> views() {
        return new ClassFileImporter().importPath(Path.of("target", "classes", UI.replace('.', '/'))).stream()
                .filter(WalkTest::isView).map(JavaClass::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isView(JavaClass type) {
        return !type.isInterface() && !type.isEnum() && !type.isRecord()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && (type.isAssignableTo(Node.class) || VIEW.matcher(type.getSimpleName()).matches());
    }

    private Set<String> met() throws Exception {
        Path log = folder.resolve("classes.log");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-Xlog:class+init=info:file=" + log, "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Ddevboxtunnels.home=" + folder.resolve("home"), "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "--train"));
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), new SystemTimeline())) {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile());
            builder.environment().put(EnvironmentConnection.KEY, sandbox.key().reveal());
            builder.environment().put(EnvironmentConnection.BASE_URL, sandbox.baseUrl().toString());
            builder.environment().put(EnvironmentConnection.TEMPLATE, sandbox.tunnelUrlTemplate());
            Process process = builder.start();
            try {
                assertThat(process.waitFor(300, TimeUnit.SECONDS)).as("the walk ends").isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();
        }
        return Files.readAllLines(log).stream().map(INITIALIZED::matcher).filter(Matcher::find)
                .map(found -> found.group(1).replace('/', '.')).collect(Collectors.toCollection(TreeSet::new));
    }
}
