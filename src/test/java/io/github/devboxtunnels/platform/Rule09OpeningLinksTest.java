package io.github.devboxtunnels.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rule 9: links open in a child process that gets no key, and whose failure is noticed. */
class Rule09OpeningLinksTest {

    private static final URI PAGE = URI.create("https://platform.runloop.ai/devboxes/dbx_1");

    private final List<List<String>> commands = new ArrayList<>();
    private final List<Map<String, String>> environments = new ArrayList<>();

    private BrowserOpener opener(String os, Map<String, String> environment, Object... outcomes) {
        List<Object> left = new ArrayList<>(List.of(outcomes));
        return new BrowserOpener(os, environment, (command, variables) -> {
            commands.add(command);
            environments.add(variables);
            Object outcome = left.removeFirst();
            if (outcome instanceof IOException missing) {
                throw missing;
            }
            return time -> (Boolean) outcome;
        });
    }

    @Test
    void usesTheProgramOfEachSystem() throws Exception {
        assertThat(opener("Linux", Map.of(), false).open(PAGE)).isTrue();
        assertThat(opener("Mac OS X", Map.of(), false).open(PAGE)).isTrue();
        assertThat(opener("Windows 11", Map.of(), false).open(PAGE)).isTrue();
        assertThat(commands).containsExactly(List.of("xdg-open", PAGE.toString()), List.of("open", PAGE.toString()),
                List.of("rundll32", "url.dll,FileProtocolHandler", PAGE.toString()));
    }

    @Test
    void triesTheNextProgramAndThenSaysSo() throws Exception {
        assertThat(opener("Linux", Map.of(), new IOException("missing"), false).open(PAGE)).isTrue();
        assertThat(opener("Linux", Map.of(), true, new IOException("missing")).open(PAGE)).isFalse();
        assertThat(opener("Windows 11", Map.of(), true).open(PAGE)).isFalse();
    }

    @Test
    void handsOnNothingThatTheLauncherSetForThisProcess() throws Exception {
        opener("Linux", Map.of("DEVBOX_TUNNELS_SET", " MALLOC_ARENA_MAX GDK_GL", "MALLOC_ARENA_MAX", "2", "GDK_GL",
                "disable", "DISPLAY", ":0"), false).open(PAGE);
        opener("Linux", Map.of("DEVBOX_TUNNELS_SET", "", "GDK_GL", "always"), false).open(PAGE);
        assertThat(environments).containsExactly(Map.of("DISPLAY", ":0"), Map.of("GDK_GL", "always"));
    }

    @Test
    void handsNoKeyToTheBrowser() throws Exception {
        opener("Linux", Map.of("RUNLOOP_API_KEY", "ak_planted", "RUNLOOP_BASE_URL", "https://api.runloop.ai",
                "RUNLOOP_CUSTOM_HEADERS", "x: y", "DEVBOX_TUNNELS_URL_TEMPLATE", "t", "TUNNEL_TOKEN", "planted",
                "DISPLAY", ":0"), false).open(PAGE);
        assertThat(environments).containsExactly(Map.of("DISPLAY", ":0"));
    }

    @Test
    void opensNothingButWebAddresses() {
        for (String odd : List.of("file:///etc/passwd", "javascript:alert(1)", "ssh://planted", "planted")) {
            assertThatThrownBy(() -> opener("Linux", Map.of()).open(URI.create(odd)))
                    .isInstanceOf(IllegalArgumentException.class).message().doesNotContain("planted");
        }
        assertThat(commands).isEmpty();
    }

    @Test
    void opensAPageInTheBrowserThatWasChosenAndInNoOther() throws Exception {
        Path page = Path.of("/home/dev/Devbox Tunnels/open-1.html");
        InstalledBrowser firefox = new InstalledBrowser("Firefox", List.of("firefox", InstalledBrowser.PAGE));
        assertThat(opener("Linux", Map.of(), false).open(page, null)).isTrue();
        assertThat(opener("Linux", Map.of(), false).open(page, firefox)).isTrue();
        assertThat(opener("Linux", Map.of(), new IOException("missing")).open(page, firefox)).isFalse();
        String address = "file:///home/dev/Devbox%20Tunnels/open-1.html";
        assertThat(commands).containsExactly(List.of("xdg-open", address), List.of("firefox", address),
                List.of("firefox", address));
    }

    @Test
    void startsARealProgramWithJustThisEnvironment(@TempDir Path folder) throws Exception {
        Path seen = folder.resolve("seen");
        var started = new SystemProcessStarter().start(
                List.of("/bin/sh", "-c", "env > \"$OUT.part\"; echo noise; mv \"$OUT.part\" \"$OUT\""),
                Map.of("OUT", seen.toString()));
        assertThat(started.failedWithin(Duration.ofSeconds(20))).isFalse();
        Awaitility.await().until(() -> Files.exists(seen));
        assertThat(seen).content().contains("OUT=").doesNotContain("HOME=");
    }

    @Test
    void noticesAProgramThatEndsWithAnError() throws Exception {
        var started = new SystemProcessStarter().start(List.of("/bin/sh", "-c", "exit 3"), Map.of());
        assertThat(started.failedWithin(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void doesNotWaitForABrowserThatStaysOpen() throws Exception {
        var started = new SystemProcessStarter().start(List.of("/bin/sh", "-c", "exec sleep 2"), Map.of());
        assertThat(started.failedWithin(Duration.ofMillis(50))).isFalse();
    }
}
