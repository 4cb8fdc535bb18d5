package io.github.devboxtunnels.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.Pictures;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The main job by mouse alone in a real window, with the clipboard of the system and with curl. Runs in the Maven
 * profile {@code window}, which needs a display, xclip and curl.
 */
class MainJobByMouseWindowIT extends SandboxFixture {

    private final AtomicInteger keys = new AtomicInteger();

    @Test
    void enablesATunnelAndCopiesWhatCurlNeeds() throws Exception {
        open(SandboxOptions.defaults(), 1200, 760);
        doOnFx(() -> stage.addEventFilter(KeyEvent.ANY, _ -> keys.incrementAndGet()));
        save("connect");
        press("Try the sandbox");
        until(() -> desktop.shell() != null && desktop.shell().devboxes().rows().size() == 6);
        press("jobs-api");
        press("Enable tunnel…");
        shown(".dialog-title");
        press("Wake on HTTP");
        save("dialog");
        press("Enable tunnel");
        untilText("On since");
        assertThat(tunnel("jobs-api").settings()).isEqualTo(new TunnelSettings(AuthMode.AUTHENTICATED, true, true));
        save("enabled");
        pressNamed("List Web 3000");
        pressNamed("Copy address");
        String address = copied("http://3000-");
        pressNamed("More ways to copy");
        until(() -> Window.getWindows().size() > 1);
        save("menu");
        press("Header line");
        String header = copied("X-Runloop-Tunnel-Authorization: Bearer ");
        save("copied");
        assertThat(address).contains(".tunnel.localhost:" + sandbox.port());
        assertThat(curl(List.of("-H", header, address))).isEqualTo("200");
        assertThat(curl(List.of(address))).isEqualTo("401");
        assertThat(keys).as("keys pressed").hasValue(0);
    }

    private void press(String text) {
        press(node -> node instanceof Labeled labeled && text.equals(labeled.getText()));
    }

    private void pressNamed(String name) {
        press(node -> name.equals(node.getAccessibleText()) && !(node instanceof Labeled l && l.isDisabled()));
    }

    private void press(Predicate<Node> which) {
        until(() -> robot.lookup((Node node) -> which.test(node) && FxTest.shows(node)).tryQuery().isPresent());
        Node node = robot.lookup((Node each) -> which.test(each) && FxTest.shows(each)).query();
        robot.clickOn(node);
        settle();
    }

    private void save(String name) throws IOException {
        Pictures.save(onFx(() -> Shots.take(stage)), "window-main-job-" + name);
    }

    /** Waits until the clipboard of the system begins with this, and gives what it holds. */
    private static String copied(String start) {
        return await().atMost(Duration.ofSeconds(20)).until(
                () -> run(List.of("xclip", "-o", "-selection", "clipboard")).text(), text -> text.startsWith(start));
    }

    private static String curl(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("curl", "-s", "-o", "/dev/null", "-w", "%{http_code}"));
        command.addAll(arguments);
        return output(command);
    }

    private static String output(List<String> command) throws Exception {
        Ended ended = run(command);
        assertThat(ended.exit()).as(command.getFirst()).isZero();
        return ended.text();
    }

    private record Ended(int exit, String text) {
    }

    private static Ended run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        await().until(() -> process.waitFor(10, TimeUnit.SECONDS));
        return new Ended(process.exitValue(), text);
    }
}
