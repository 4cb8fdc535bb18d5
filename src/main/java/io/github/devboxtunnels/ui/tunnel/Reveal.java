package io.github.devboxtunnels.ui.tunnel;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

import org.jspecify.annotations.Nullable;

/** Scrolls to what has the focus, which JavaFX leaves out of sight. */
final class Reveal {

    private static final double AIR = 16;

    private Reveal() {
    }

    /** Brings a node into sight if it is part of the content and not in sight. */
    static void in(ScrollPane scroller, @Nullable Node node) {
        Node content = scroller.getContent();
        if (node == null || !inside(content, node)) {
            return;
        }
        scroller.layout();
        double height = scroller.getViewportBounds().getHeight();
        double range = content.getLayoutBounds().getHeight() - height;
        if (range <= 0) {
            return;
        }
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double top = scroller.getVvalue() * range;
        double wanted = Math.max(place.getMaxY() + AIR - height, Math.min(top, place.getMinY() - AIR));
        scroller.setVvalue(Math.clamp(wanted / range, 0, 1));
    }

    private static boolean inside(Node ancestor, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
