package io.github.devboxtunnels.app;

import java.util.List;
import java.util.Optional;

import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** Presses and types in a window without a person, by the names that the stylesheets use. */
final class Hands {

    private final Scene scene;

    Hands(Scene scene) {
        this.scene = scene;
    }

    /** Whether such a node can be seen. */
    boolean sees(String selector) {
        return find(selector).isPresent();
    }

    /** Presses the first such button that can be seen; says whether there was one. */
    boolean press(String selector) {
        Optional<Node> button = find(selector).filter(node -> node instanceof ButtonBase && !node.isDisabled());
        button.ifPresent(node -> ((ButtonBase) node).fire());
        return button.isPresent();
    }

    /** Puts a text into the first such field that can be seen. */
    void write(String selector, String text) {
        find(selector).filter(TextInputControl.class::isInstance)
                .ifPresent(node -> ((TextInputControl) node).setText(text));
    }

    /** Presses and releases a key where the focus is. */
    void key(KeyCode code) {
        Node owner = scene.getFocusOwner();
        Node target = owner == null ? scene.getRoot() : owner;
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(target, new KeyEvent(type, "", "", code, false, false, false, false));
        }
    }

    /** Closes every menu that is open. */
    void closeMenus() {
        Window.getWindows().stream().filter(PopupWindow.class::isInstance).toList().forEach(Window::hide);
    }

    /** Does what Enter in a field does. */
    void enter(String selector) {
        find(selector).ifPresent(node -> Event.fireEvent(node, new ActionEvent()));
    }

    private Optional<Node> find(String selector) {
        return scene.getRoot().lookupAll(selector).stream().filter(Hands::shows).findFirst();
    }

    private static boolean shows(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
