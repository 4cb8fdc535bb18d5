package io.github.devboxtunnels.ui.common;

import java.time.Duration;
import java.util.List;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.FakeClipboard;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.testing.ThemedScenes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ToastLayerTest extends FxTest {

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final ImmediateTaskRunner tasks = new ImmediateTaskRunner(timeline);
    private final ToastLayer toasts = new ToastLayer(tasks);
    private final Button page = new Button("Page");
    private int undone;

    @BeforeEach
    void window() {
        show(() -> ThemedScenes.dress(new Layers(new VBox(page), new DialogLayer(), toasts), ThemeChoice.LIGHT), 600,
                400);
        doOnFx(page::requestFocus);
    }

    private void toast(Toast toast) {
        doOnFx(() -> toasts.show(toast));
        settle();
    }

    private void pass(int seconds) {
        doOnFx(() -> timeline.advance(Duration.ofSeconds(seconds)));
        settle();
    }

    private List<String> words() {
        return onFx(() -> toasts.lookupAll(".toast-text").stream().filter(node -> node.getParent().getOpacity() > 0)
                .map(node -> ((Labeled) node).getText()).toList());
    }

    private void awaitNone() {
        await().until(() -> words().isEmpty());
    }

    @Test
    void aToastGoesAfterFourSeconds() {
        toast(Toast.of(Feather.CHECK, "Listed 3000"));
        pass(3);
        assertThat(onFx(() -> toasts.lookupAll(".toast"))).hasSize(1);
        pass(1);
        await().until(() -> onFx(() -> toasts.lookupAll(".toast").isEmpty()));
    }

    @Test
    void theNewerReplacesTheOlder() {
        toast(Toast.of(Feather.CHECK, "Removed Web 3000").withUndo(() -> undone++));
        toast(Toast.of(Feather.CHECK, "Removed API 8080").withUndo(() -> undone += 10));
        assertThat(onFx(() -> toasts.lookupAll(".toast"))).hasSize(1);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        settle();
        assertThat(undone).isEqualTo(10);
        awaitNone();
    }

    @Test
    void undoStaysEightSecondsAndIsAClickAway() {
        toast(Toast.of(Feather.CHECK, "Removed Jupyter 8888").withUndo(() -> undone++));
        pass(7);
        robot.clickOn("Undo");
        settle();
        assertThat(undone).isEqualTo(1);
        awaitNone();
    }

    @Test
    void theKeyboardReachesTheActionAndItsClockStops() {
        toast(Toast.of(Feather.CHECK, "Removed Jupyter 8888").withUndo(() -> undone++));
        robot.type(KeyCode.F8);
        settle();
        pass(60);
        assertThat(words()).containsExactly("Removed Jupyter 8888");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(undone).isEqualTo(1);
        assertThat(page.isFocused()).isTrue();
    }

    @Test
    void escClosesIt() {
        toast(Toast.of(Feather.CHECK, "Listed 3000").untilClosed());
        pass(600);
        assertThat(words()).containsExactly("Listed 3000");
        robot.type(KeyCode.ESCAPE);
        awaitNone();
    }

    @Test
    void theNewsReachesAScreenReader() {
        toast(Toast.of(Feather.CHECK, "Listed 3000"));
        Label live = onFx(() -> (Label) toasts.getScene().getRoot().getChildrenUnmodifiable().getLast());
        assertThat(live.getAccessibleText()).isEqualTo("Listed 3000");
    }

    @Test
    void aCopiedSecretSaysWhenItIsClearedAndOffersToClearNow() {
        FakeClipboard clipboard = new FakeClipboard();
        Clipboards clipboards = new Clipboards(clipboard, tasks, () -> Duration.ofSeconds(30));
        Copier copier = new Copier(clipboards, toasts);
        doOnFx(() -> copier.copySecret(Secret.of("tnl_1"), "Token"));
        settle();
        assertThat(words()).containsExactly("Token copied. Clears in 30 s");
        robot.clickOn("Clear now");
        settle();
        assertThat(clipboard.text()).isNull();
        awaitNone();
        doOnFx(() -> copier.copySecret(Secret.of("tnl_1"), "Token"));
        pass(30);
        assertThat(clipboard.text()).isNull();
        awaitNone();
    }

    @Test
    void aClipboardThatCannotBeReachedCanBeTriedAgain() {
        FakeClipboard clipboard = new FakeClipboard();
        clipboard.setBusy(true);
        Copier copier = new Copier(new Clipboards(clipboard, tasks, () -> Duration.ofSeconds(30)), toasts);
        doOnFx(() -> assertThat(copier.copy("https://example.org")).isFalse());
        settle();
        assertThat(words()).containsExactly("Could not reach the clipboard");
        clipboard.setBusy(false);
        robot.clickOn("Try again");
        settle();
        assertThat(clipboard.text()).isEqualTo("https://example.org");
    }
}
