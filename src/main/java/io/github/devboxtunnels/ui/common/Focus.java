package io.github.devboxtunnels.ui.common;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;

/** Moves the keyboard focus. */
public final class Focus {

    private Focus() {
    }

    /**
     * Focuses a node and shows the ring. JavaFX shows it only for focus that came by traversal, so this arrives by one.
     */
    public static void visibly(Node node) {
        node.requestFocus();
        Scene scene = node.getScene();
        if (scene == null || !node.equals(scene.getFocusOwner()) || node.isFocusVisible()) {
            return;
        }
        if (!there(node, TraversalDirection.NEXT, TraversalDirection.PREVIOUS)) {
            there(node, TraversalDirection.PREVIOUS, TraversalDirection.NEXT);
        }
        if (!node.equals(scene.getFocusOwner())) {
            node.requestFocus();
        }
    }

    private static boolean there(Node node, TraversalDirection away, TraversalDirection back) {
        Scene scene = node.getScene();
        node.requestFocusTraversal(away);
        Node neighbour = scene.getFocusOwner();
        if (neighbour != null && !neighbour.equals(node)) {
            neighbour.requestFocusTraversal(back);
        }
        return node.equals(scene.getFocusOwner()) && node.isFocusVisible();
    }
}
