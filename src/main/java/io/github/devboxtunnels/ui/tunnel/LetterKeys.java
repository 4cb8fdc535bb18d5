package io.github.devboxtunnels.ui.tunnel;

import java.util.Map;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/**
 * Verbs on single letters of a part of the window. Text fields keep theirs, and a verb that moves the focus into one does
 * not leave its letter there: a window first hears that a key is pressed, then what it types, wherever the focus is then.
 */
final class LetterKeys {

    private final Map<KeyCode, Runnable> verbs;
    private @Nullable KeyCode held;

    private LetterKeys(Map<KeyCode, Runnable> verbs) {
        this.verbs = verbs;
    }

    /** Listens to what is pressed inside a node. */
    static void on(Node node, Map<KeyCode, Runnable> verbs) {
        LetterKeys keys = new LetterKeys(verbs);
        node.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        node.addEventFilter(KeyEvent.ANY, keys::passing);
    }

    private void pressed(KeyEvent e) {
        boolean plain = !e.isControlDown() && !e.isAltDown() && !e.isMetaDown() && !e.isShiftDown();
        Runnable verb = verbs.get(e.getCode());
        if (plain && verb != null && !(e.getTarget() instanceof TextInputControl)) {
            held = e.getCode();
            verb.run();
            e.consume();
        }
    }

    /** Keeps what the held letter types; held long enough it is pressed again and again. */
    private void passing(KeyEvent e) {
        if (e.getEventType() == KeyEvent.KEY_TYPED) {
            if (held != null) {
                e.consume();
            }
        } else if (e.getEventType() == KeyEvent.KEY_RELEASED || e.getCode() != held) {
            held = null;
        }
    }
}
