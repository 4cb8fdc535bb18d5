package io.github.devboxtunnels.architecture;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.devboxtunnels.Main;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code jlink.json} says of the run-time image agrees with the module itself. */
class JlinkTest {

    private final JsonNode jlink = JsonMapper.shared().readTree(read(Path.of("jlink.json")));

    @Test
    void theImageHasTheModuleAndEverythingItRequires() throws IOException {
        ModuleDescriptor module = descriptor();
        List<String> required = new ArrayList<>(List.of(module.name()));
        module.requires().stream().filter(each -> !each.modifiers().contains(Modifier.STATIC))
                .filter(each -> !each.modifiers().contains(Modifier.MANDATED))
                .forEach(each -> required.add(each.name()));
        List<String> named = new ArrayList<>();
        jlink.path("image").path("modules").forEach(each -> named.add(each.stringValue()));
        assertThat(named).containsAll(required);
    }

    @Test
    void theLauncherStartsTheMainClassOfTheModule() throws IOException {
        assertThat(jlink.path("launcher").path("module").stringValue())
                .isEqualTo(descriptor().name() + "/" + Main.class.getName());
    }

    @Test
    void theModuleExportsNothingAndOpensToJacksonAlone() throws IOException {
        ModuleDescriptor module = descriptor();
        assertThat(module.exports()).isEmpty();
        assertThat(module.opens()).allSatisfy(
                opened -> assertThat(opened.targets()).containsExactly("tools.jackson.databind"));
    }

    @Test
    void theImageHasEverythingThatJdepsFindsToBeUsed() {
        List<String> used = used();
        assertThat(used).contains("java.net.http", "javafx.controls", "io.vertx.core");
        assertThat(closure()).containsAll(used);
    }

    /** What the classes of the module use, whatever its descriptor says. */
    private static List<String> used() {
        StringWriter output = new StringWriter();
        int status = ToolProvider.findFirst("jdeps").orElseThrow().run(new PrintWriter(output),
                new PrintWriter(output), "--multi-release", "25", "--module-path", modulePath(), "--check",
                "io.github.devboxtunnels");
        assertThat(status).as(output.toString()).isZero();
        return output.toString().lines().dropWhile(line -> !line.contains("Suggested"))
                .takeWhile(line -> !line.contains("Transitive")).map(String::strip)
                .filter(line -> line.startsWith("requires "))
                .map(line -> line.replaceAll(".* |;", "")).filter(name -> !name.equals("org.jspecify")).toList();
    }

    /** Everything that jlink takes for the modules that are named. */
    private Set<String> closure() {
        List<String> named = new ArrayList<>();
        jlink.path("image").path("modules").forEach(each -> named.add(each.stringValue()));
        ModuleFinder finder = ModuleFinder.of(
                Stream.of(modulePath().split(File.pathSeparator)).map(Path::of).toArray(Path[]::new));
        return Configuration.resolve(finder, List.of(ModuleLayer.boot().configuration()), ModuleFinder.of(), named)
                .modules().stream().flatMap(module -> Stream.concat(Stream.of(module.name()),
                        module.reads().stream().map(ResolvedModule::name)))
                .collect(Collectors.toSet());
    }

    private static String modulePath() {
        return Stream.concat(Stream.of("target/classes"),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(each -> each.matches(
                        ".*/(org/openjfx/.*-[0-9.]+-[a-z0-9-]+\\.jar|io/github/mkpaz/.*|org/kordamp/.*|tools/jackson/core/.*"
                                + "|com/fasterxml/jackson/core/jackson-(annotations|core)/.*|io/vertx/.*|io/netty/.*"
                                + "|org/slf4j/.*|ch/qos/logback/.*|org/jspecify/.*)")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static ModuleDescriptor descriptor() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("target", "classes", "module-info.class"))) {
            return ModuleDescriptor.read(in);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
