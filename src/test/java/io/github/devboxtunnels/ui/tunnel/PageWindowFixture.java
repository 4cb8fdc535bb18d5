package io.github.devboxtunnels.ui.tunnel;

import java.time.Duration;
import java.util.concurrent.Callable;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FxTest;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The page in a window, by keyboard alone: the first press of the mouse fails the test. */
abstract class PageWindowFixture extends FxTest {

    final PageFixture fixture = new PageFixture();
    private final int[] mouse = new int[1];
    PageWindow window;
    Stage stage;

    static Devboxes agent() {
        return Devboxes.running("agent-43").blueprint("py-agent").suspendsAfter(Duration.ofMinutes(15));
    }

    /** Opens the window on the page of the first; the others are there too. */
    void open(Devboxes... devboxes) {
        fixture.start(devboxes);
        stage = show(() -> {
            window = new PageWindow(fixture, devboxes[0].build().id(), 1200, ThemeChoice.LIGHT);
            return window.root;
        }, 1200, 760);
        doOnFx(() -> {
            window.themes.apply(stage.getScene());
            stage.getScene().addEventFilter(MouseEvent.MOUSE_PRESSED, e -> mouse[0]++);
        });
        settle();
    }

    @AfterEach
    void noMouse() {
        doOnFx(window.model::close);
        fixture.close();
        assertThat(mouse[0]).as("presses of the mouse").isZero();
    }

    /** Waits until a condition holds on the UI thread, while time moves on. */
    void eventually(Callable<Boolean> condition) {
        await().until(() -> {
            fixture.timeline.advance(Duration.ofMillis(500));
            return onFx(condition);
        });
        settle();
    }

    void type(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.type(key);
            settle();
        }
    }

    Node focus() {
        return onFx(() -> stage.getScene().getFocusOwner());
    }

    /** What a screen reader says has the keyboard. */
    String focused() {
        return onFx(() -> {
            Node owner = stage.getScene().getFocusOwner();
            String accessible = owner.getAccessibleText();
            return accessible != null ? accessible : owner instanceof Labeled labeled ? labeled.getText() : "";
        });
    }

    String clipboard() {
        return onFx(window.clipboard::text);
    }

    /** The tunnel of the devbox as it really is; null for none. */
    Tunnel tunnel() {
        return fixture.api.truth("dbx_agent-43").tunnel();
    }

    boolean dialogShows() {
        return onFx(() -> window.tools.dialogs().showingProperty().get());
    }

    /** What the toast shown says; empty without one. */
    String toast() {
        return onFx(() -> window.root.lookup(".toast-text") instanceof Labeled text ? text.getText() : "");
    }

    /** Presses keys together. */
    void push(KeyCode... keys) {
        robot.push(keys);
        settle();
    }
}
