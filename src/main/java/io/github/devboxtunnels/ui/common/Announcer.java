package io.github.devboxtunnels.ui.common;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;

/** Tells a screen reader what changed without moving the focus: an unseen label of the window whose text changes. */
public final class Announcer extends Label {

    /** Unseen and silent at first. */
    Announcer() {
        setAccessibleRole(AccessibleRole.TEXT);
        setManaged(false);
        setMouseTransparent(true);
        setOpacity(0);
    }

    /** Announces a text in the window a node is in; silent where the scene's root is not {@link Layers}. */
    public static void announce(Node anywhere, String text) {
        Scene scene = anywhere.getScene();
        if (scene != null && scene.getRoot() instanceof Layers layers) {
            layers.announcer().say(text);
        }
    }

    private void say(String text) {
        setText(text);
        setAccessibleText(text);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
