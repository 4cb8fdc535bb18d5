package io.github.devboxtunnels.ui.common;

import java.util.Locale;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Window;

/**
 * The menu key and Shift+F10 ask for the menu of what has the focus. JavaFX asks by itself on Windows alone, where the
 * system turns these keys into a request.
 */
public final class ContextMenuKeys {

    private static final boolean OF_SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT)
            .startsWith("windows");

    private ContextMenuKeys() {
    }

    /** Listens to the keys of a scene; as a filter, because a text field takes the menu key and does nothing with it. */
    public static void installOn(Scene scene) {
        if (!OF_SYSTEM) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> pressed(e, scene));
        }
    }

    private static void pressed(KeyEvent e, Scene scene) {
        boolean asked = e.getCode() == KeyCode.CONTEXT_MENU || (e.getCode() == KeyCode.F10 && e.isShiftDown());
        Node focused = scene.getFocusOwner();
        // A menu that is open is asked for nothing: its keys come through the window it belongs to.
        if (asked && focused != null && Window.getWindows().stream().noneMatch(ContextMenu.class::isInstance)) {
            ask(focused);
            e.consume();
        }
    }

    private static void ask(Node node) {
        Bounds bounds = node.getLayoutBounds();
        Point2D inside = new Point2D(bounds.getCenterX(), bounds.getCenterY());
        Point2D inScene = node.localToScene(inside);
        Point2D onScreen = node.localToScreen(inside);
        node.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, inside.getX(), inside.getY(),
                onScreen.getX(), onScreen.getY(), true, new PickResult(node, inScene.getX(), inScene.getY())));
    }
}
