package io.github.devboxtunnels.ui.common;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** The root of a window: its content, dialogs over it, toasts over all. */
public final class Layers extends StackPane {

    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final ToastLayer toasts;
    private final Announcer announcer = new Announcer();

    /** Stacks the three. */
    public Layers(Node content, DialogLayer dialogs, ToastLayer toasts) {
        this.toasts = toasts;
        getStyleClass().add("layers");
        getChildren().addAll(content, dialogs, toasts, announcer);
        addEventFilter(KeyEvent.KEY_PRESSED, this::focusToast);
        addEventHandler(KeyEvent.KEY_PRESSED, this::undoOrDismiss);
    }

    Announcer announcer() {
        return announcer;
    }

    private void focusToast(KeyEvent e) {
        if (e.getCode() == KeyCode.F8 && toasts.focusAction()) {
            e.consume();
        }
    }

    private void undoOrDismiss(KeyEvent e) {
        boolean done = (UNDO.match(e) && toasts.undo()) || (e.getCode() == KeyCode.ESCAPE && toasts.dismiss());
        if (done) {
            e.consume();
        }
    }
}
