package io.github.devboxtunnels.ui.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Follows the window a node is in. */
final class WindowWatch {

    private WindowWatch() {
    }

    /** Whether the window shows and is not minimised. */
    static ObservableValue<Boolean> shows(Node node) {
        return node.sceneProperty().flatMap(Scene::windowProperty).flatMap(WindowWatch::shows).orElse(false);
    }

    /** Whether the window shows, is not minimised, and has the focus. */
    static ObservableValue<Boolean> inUse(Node node) {
        return node.sceneProperty().flatMap(Scene::windowProperty)
                .flatMap(window -> shows(window)
                        .flatMap(shows -> window.focusedProperty().map(focused -> shows && focused)))
                .orElse(false);
    }

    private static ObservableValue<Boolean> shows(Window window) {
        if (window instanceof Stage stage) {
            return stage.showingProperty()
                    .flatMap(showing -> stage.iconifiedProperty().map(iconified -> showing && !iconified));
        }
        return window.showingProperty();
    }
}
