package io.github.devboxtunnels.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
