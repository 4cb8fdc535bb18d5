package io.github.devboxtunnels.app;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import io.github.devboxtunnels.testing.FxTest;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/** The window of the whole application, as a person meets it. */
abstract class WindowFixture extends FxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int MOST_LINES = 20;

    Stage stage;
    Desktop desktop;

    /** Waits until a condition holds on the UI thread. */
    void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(LOOK)
                .until(() -> onFx(condition));
        settle();
    }

    /** Waits until a node is there and shows, and returns it. */
    <T extends Node> T shown(String query) {
        until(() -> all(query).stream().anyMatch(FxTest::shows));
        return onFx(() -> robot.lookup(query).<T>queryAll().stream().filter(FxTest::shows).findFirst().orElseThrow());
    }

    /** Waits until a text is to be read somewhere. */
    void untilText(String text) {
        Awaitility.await().atMost(PATIENCE).pollInterval(LOOK)
                .untilAsserted(() -> assertThat(onFx(() -> TextsShown.in(stage))).as("texts shown")
                        .anyMatch(shown -> shown.contains(text), text));
        settle();
    }

    Scene scene() {
        return stage.getScene();
    }

    Set<Node> all(String query) {
        return robot.lookup(query).queryAll();
    }

    /** Types without a pause. */
    void type(String text) {
        robot.write(text, 0);
        settle();
    }

    /** Presses keys one after the other. */
    void type(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.type(key);
            settle();
        }
    }

    /** Presses keys together. */
    void push(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    /** What a screen reader says has the keyboard. */
    String focused() {
        return onFx(() -> {
            Node owner = scene().getFocusOwner();
            if (owner == null) {
                return "";
            }
            String accessible = owner.getAccessibleText();
            return accessible != null ? accessible : owner instanceof Labeled labeled ? labeled.getText() : "";
        });
    }

    /** Waits until this has the keyboard. */
    void untilFocused(String start) {
        Awaitility.await().atMost(PATIENCE).pollInterval(LOOK)
                .untilAsserted(() -> assertThat(focused()).startsWith(start));
    }

    /** Presses the button of the message shown, by keyboard. */
    void pressInMessage(String button) {
        type(KeyCode.F8);
        untilFocused(button);
        type(KeyCode.SPACE);
    }

    /** Goes down the menu that is open to a line, and presses Enter there. */
    void choose(String line) {
        until(() -> lineWithKeyboard() != null);
        for (int step = 0; step < MOST_LINES && !line.equals(onFx(WindowFixture::lineWithKeyboard)); step++) {
            type(KeyCode.DOWN);
        }
        assertThat(onFx(WindowFixture::lineWithKeyboard)).as("line of the menu with the keyboard").isEqualTo(line);
        type(KeyCode.ENTER);
    }

    private static String lineWithKeyboard() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> item.getStyleableNode() != null && item.getStyleableNode().isFocused())
                .map(MenuItem::getText).findFirst().orElse(null);
    }
}
