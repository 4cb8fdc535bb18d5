package io.github.devboxtunnels.ui.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Knows the keys that ask for the menu bar: F10, and Alt by itself. */
final class MenuKeys {

    private boolean altAlone;

    /** Whether this event of a key asks for the bar; hears of every one. */
    boolean ask(KeyEvent e) {
        if (e.getEventType() == KeyEvent.KEY_PRESSED) {
            altAlone = e.getCode() == KeyCode.ALT && !e.isShiftDown() && !e.isControlDown();
            return e.getCode() == KeyCode.F10 && !e.isShiftDown() && !e.isAltDown();
        }
        boolean asked = e.getEventType() == KeyEvent.KEY_RELEASED && e.getCode() == KeyCode.ALT && altAlone;
        altAlone &= !asked;
        return asked;
    }

    /** Alt with a click is no wish for the menu. */
    void pointerUsed() {
        altAlone = false;
    }
}
