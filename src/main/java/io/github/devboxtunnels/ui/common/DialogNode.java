package io.github.devboxtunnels.ui.common;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** A dialog's frame: title, sentence and body, which scroll, and the footer, which stays. */
final class DialogNode extends VBox {

    private final Region start = edge();
    private final Region end = edge();

    DialogNode(DialogContent content) {
        getStyleClass().add("dialog");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(content.title());
        Label title = new Label(content.title());
        title.getStyleClass().addAll("dialog-title", "heading");
        VBox page = new VBox(title);
        page.getStyleClass().add("dialog-page");
        String sentence = content.sentence();
        if (sentence != null) {
            Label words = new Label(sentence);
            words.setWrapText(true);
            words.getStyleClass().addAll("muted", "wrapped", "sentence");
            page.getChildren().add(words);
        }
        Node body = content.body();
        body.getStyleClass().add("dialog-body");
        page.getChildren().add(body);
        ScrollPane scroller = new TallScroller(page);
        VBox.setVgrow(scroller, Priority.ALWAYS);
        getChildren().addAll(start, scroller, content.footer(), end);
    }

    /** Moves the focus on, from the last node to the first and back. */
    void traverse(boolean forward) {
        Scene scene = getScene();
        TraversalDirection direction = forward ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS;
        Node owner = scene.getFocusOwner();
        if (owner != null && inside(owner)) {
            owner.requestFocusTraversal(direction);
        }
        Node now = scene.getFocusOwner();
        if (now == null || now.equals(start) || now.equals(end) || !inside(now)) {
            Node edge = forward ? start : end;
            edge.requestFocus();
            edge.requestFocusTraversal(direction);
        }
    }

    private boolean inside(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }

    /** A node without size at either end that catches the focus before it leaves. */
    private static Region edge() {
        Region region = new Region();
        region.setFocusTraversable(true);
        region.setManaged(false);
        region.setAccessibleRole(AccessibleRole.NODE);
        return region;
    }

    /** As tall as its content for the width at hand, which the plain one does not ask for. */
    private static final class TallScroller extends ScrollPane {
        TallScroller(Node content) {
            super(content);
            setFitToWidth(true);
            setHbarPolicy(ScrollBarPolicy.NEVER);
            setFocusTraversable(false);
            setMinHeight(0);
            getStyleClass().add("dialog-scroller");
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.ceil(getContent().prefHeight(width));
        }
    }
}
