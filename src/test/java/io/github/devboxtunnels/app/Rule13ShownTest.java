package io.github.devboxtunnels.app;

import java.time.Duration;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FxTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 13: what keeps a devbox awake stands on its page and in the list, and can be stopped from both. */
class Rule13ShownTest extends DesktopFixture {

    private static final String AWAKE = "A page keeps this devbox awake, last request";
    private static final String MARK = "kept awake by a page";

    @BeforeEach
    void openAPage() {
        Duration idle = Duration.ofMinutes(15);
        api.put(Devboxes.running("web").suspendsAfter(idle).authenticated(),
                Devboxes.running("other").suspendsAfter(idle).authenticated());
        settings.update(now -> now.withPorts(ACME.profile() + "|name|web", List.of(ListedPort.of(3000, "/"))));
        openConnected(1200, 760);
        until(() -> desktop.shell().devboxes().rows().size() == 2);
        doOnFx(() -> desktop.shell().devboxes().select("dbx_web"));
        doOnFx(shown(".port-row")::requestFocus);
        type(KeyCode.ENTER);
        until(() -> !pages.opened().isEmpty());
        untilText("No request yet");
    }

    private void request() {
        gateways.of(3000).request(time.now(), "GET", "/", 200);
    }

    /** What the row of a devbox says to a screen reader. */
    private String row(String name) {
        return onFx(() -> robot.lookup(".devbox-cell").<ListCell<?>>queryAll().stream()
                .map(Node::getAccessibleText).filter(text -> text != null && text.startsWith(name)).findFirst()
                .orElseThrow());
    }

    private long marks() {
        return onFx(() -> all(".row-awake").stream().filter(FxTest::shows).count());
    }

    private void untilMarks(long count) {
        until(() -> all(".row-awake").stream().filter(FxTest::shows).count() == count);
    }

    private void untilGone(String text) {
        until(() -> TextsShown.in(stage).stream().noneMatch(each -> each.contains(text)));
    }

    @Test
    void itAppearsAndCounts() {
        assertThat(marks()).as("an address that nobody visits keeps nothing awake").isZero();
        assertThat(row("web")).doesNotContain(MARK);
        request();
        untilText(AWAKE + " 0 s ago");
        // In small steps: between two looks it must not have gone by.
        untilText(AWAKE + " 3 s ago", Duration.ofMillis(10));
        assertThat(marks()).isEqualTo(1);
        assertThat(row("web")).endsWith(MARK);
        assertThat(row("other")).doesNotContain(MARK);
        untilText("Last request 1 min ago", Duration.ofSeconds(1));
        untilGone(AWAKE);
        untilMarks(0);
    }

    @Test
    void stopOnThePageEndsIt() {
        request();
        untilText(AWAKE);
        Node stop = robot.lookup(node -> "Stop the gateway of port 3000".equals(node.getAccessibleText())).query();
        doOnFx(stop::requestFocus);
        type(KeyCode.SPACE);
        untilMarks(0);
        untilGone(AWAKE);
        assertThat(gateways.running()).isEmpty();
        assertThat(row("web")).doesNotContain(MARK);
    }

    @Test
    void theListSaysSoWhileAnotherDevboxIsShownAndCanStopIt() {
        request();
        untilText(AWAKE);
        doOnFx(() -> desktop.shell().devboxes().select("dbx_other"));
        untilGone(AWAKE);
        assertThat(marks()).isEqualTo(1);
        doOnFx(() -> desktop.shell().devboxes().select("dbx_web"));
        doOnFx(scene().lookup("#devboxes")::requestFocus);
        push(KeyCode.SHIFT, KeyCode.F10);
        choose("Stop the gateway that keeps it awake");
        untilMarks(0);
        assertThat(gateways.running()).isEmpty();
    }
}
