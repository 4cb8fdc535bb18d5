package io.github.devboxtunnels.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FoldersTest {

    private static Path config(String os, Map<String, String> environment, String... more) {
        Properties properties = new Properties();
        properties.setProperty("os.name", os);
        properties.setProperty("user.home", "/home/ann");
        for (int i = 0; i < more.length; i += 2) {
            properties.setProperty(more[i], more[i + 1]);
        }
        return new Folders(properties, environment).config();
    }

    @Test
    void followsEachSystem() {
        assertThat(config("Linux", Map.of())).isEqualTo(Path.of("/home/ann/.config/devbox-tunnels"));
        assertThat(config("Linux", Map.of("XDG_CONFIG_HOME", "/cfg"))).isEqualTo(Path.of("/cfg/devbox-tunnels"));
        assertThat(config("Mac OS X", Map.of("XDG_CONFIG_HOME", "/cfg")))
                .isEqualTo(Path.of("/home/ann/Library/Application Support/Devbox Tunnels"));
        assertThat(config("Windows 11", Map.of("APPDATA", "/roaming"))).isEqualTo(Path.of("/roaming/Devbox Tunnels"));
        assertThat(config("Windows 11", Map.of())).isEqualTo(Path.of("/home/ann/AppData/Roaming/Devbox Tunnels"));
    }

    @Test
    void ignoresARelativeFolderAsTheXdgRulesSay() {
        assertThat(config("Linux", Map.of("XDG_CONFIG_HOME", "cfg")))
                .isEqualTo(Path.of("/home/ann/.config/devbox-tunnels"));
    }

    @Test
    void pagesLieWhereSandboxedBrowsersCanReadThem(@TempDir Path home) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("os.name", "Linux");
        properties.setProperty("user.home", home.toString());
        Folders folders = new Folders(properties, Map.of());
        assertThat(folders.pages()).isEqualTo(home.resolve("Devbox Tunnels"));
        Files.createDirectory(home.resolve("Downloads"));
        assertThat(folders.pages()).isEqualTo(home.resolve("Downloads").resolve("Devbox Tunnels"));
        properties.setProperty("os.name", "Mac OS X");
        assertThat(folders.pages()).isEqualTo(home.resolve("Devbox Tunnels"));
        properties.setProperty(Folders.HOME_PROPERTY, "/elsewhere");
        assertThat(folders.pages()).isEqualTo(Path.of("/elsewhere/pages"));
    }

    @Test
    void onePropertyWinsOverAll() {
        assertThat(config("Linux", Map.of("XDG_CONFIG_HOME", "/cfg"), Folders.HOME_PROPERTY, "/elsewhere"))
                .isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void aRunningApplicationIsFoundInAFolderOfTheUsersOwn() {
        assertThat(runtime("Linux", Map.of("XDG_RUNTIME_DIR", "/run/user/7")))
                .isEqualTo(Path.of("/run/user/7/devbox-tunnels"));
        assertThat(runtime("Linux", Map.of("XDG_RUNTIME_DIR", "run")))
                .isEqualTo(Path.of("/home/ann/.config/devbox-tunnels/run"));
        assertThat(runtime("Linux", Map.of())).isEqualTo(Path.of("/home/ann/.config/devbox-tunnels/run"));
        assertThat(runtime("Windows 11", Map.of("APPDATA", "/roaming")))
                .isEqualTo(Path.of("/roaming/Devbox Tunnels/run"));
    }

    private static Path runtime(String os, Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty("os.name", os);
        properties.setProperty("user.home", "/home/ann");
        return new Folders(properties, environment).runtime();
    }
}
