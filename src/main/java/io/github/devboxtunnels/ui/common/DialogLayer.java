package io.github.devboxtunnels.ui.common;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Shows one dialog over everything else, with a scrim between. The keyboard stays inside; when the dialog closes, the
 * focus returns to where it came from.
 */
public final class DialogLayer extends Pane {

    private static final double MARGIN = 16;
    private static final Duration FADE_OUT = Duration.millis(100);

    private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper();
    private final Region scrim = new Region();
    private @Nullable Open open;
    private double top = Double.NaN;

    /** A dialog that was shown. */
    public interface Handle {
        /** Closes it; does nothing when it is closed already. */
        void close();
    }

    /** Without a dialog at first. */
    public DialogLayer() {
        getStyleClass().add("dialog-layer");
        scrim.getStyleClass().add("scrim");
        setVisible(false);
        heightProperty().subscribe(() -> top = Double.NaN);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keepInside);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keepFromPage);
    }

    /**
     * Shows a dialog.
     *
     * @throws IllegalStateException when another one is open
     */
    public Handle show(DialogContent content) {
        if (open != null) {
            throw new IllegalStateException("a dialog is open");
        }
        return showAbove(content);
    }

    /** Shows a dialog that cannot wait. One that is open is laid aside and comes back, as it was, when this one closes. */
    public Handle showAbove(DialogContent content) {
        Scene scene = getScene();
        Open next = new Open(content, scene == null ? null : scene.getFocusOwner(), open);
        setVisible(true);
        setMouseTransparent(false);
        setOpacity(1);
        showing.set(true);
        put(next);
        Motion.rise(next.node);
        Focus.visibly(content.initialFocus());
        return next::close;
    }

    private void put(Open next) {
        open = next;
        top = Double.NaN;
        getChildren().setAll(scrim, next.node);
        applyCss();
        layout();
    }

    /** Whether a dialog is open. */
    public ReadOnlyBooleanProperty showingProperty() {
        return showing.getReadOnlyProperty();
    }

    /**
     * The row at the foot of a dialog.
     *
     * @param quiet at the left end, or null
     * @param buttons at the right end, the main one last
     */
    public static HBox footer(@Nullable Node quiet, Node... buttons) {
        Region grow = new Region();
        HBox.setHgrow(grow, Priority.ALWAYS);
        HBox row = new HBox();
        row.getStyleClass().add("dialog-footer");
        row.setAlignment(Pos.CENTER_LEFT);
        if (quiet != null) {
            quiet.getStyleClass().add("footer-quiet");
            row.getChildren().add(quiet);
        }
        row.getChildren().add(grow);
        row.getChildren().addAll(buttons);
        return row;
    }

    @Override
    protected void layoutChildren() {
        scrim.resizeRelocate(0, 0, getWidth(), getHeight());
        Open current = open;
        if (current == null) {
            return;
        }
        double width = Math.min(current.content.width(), getWidth() - 2 * MARGIN);
        double height = Math.min(current.node.prefHeight(width), getHeight() - 2 * MARGIN);
        if (Double.isNaN(top)) {
            top = Math.floor((getHeight() - height) / 2);
        }
        // Grows downwards: the top stays where it was unless the foot would leave the window.
        double y = Math.max(MARGIN, Math.min(top, getHeight() - MARGIN - height));
        current.node.resizeRelocate(Math.floor((getWidth() - width) / 2), y, width, height);
    }

    private void keepInside(KeyEvent e) {
        Open current = open;
        if (current == null) {
            return;
        }
        if (e.getCode() == KeyCode.TAB && !e.isControlDown()) {
            current.node.traverse(!e.isShiftDown());
            e.consume();
        }
    }

    private void keepFromPage(KeyEvent e) {
        Open current = open;
        if (current == null) {
            return;
        }
        if (e.getCode() == KeyCode.ESCAPE) {
            if (!current.content.busy().get()) {
                current.content.cancel();
            }
            e.consume();
        } else if (e.getCode() != KeyCode.ENTER && !e.isAltDown()) {
            // Enter goes on to the default button, Alt to mnemonics; nothing else may reach the page's shortcuts.
            e.consume();
        }
    }

    /** An open dialog. */
    private final class Open {
        private final DialogContent content;
        private final DialogNode node;
        private @Nullable Node cameFrom;
        private boolean ringShown;
        private @Nullable Open aside;

        Open(DialogContent content, @Nullable Node cameFrom, @Nullable Open aside) {
            this.content = content;
            this.cameFrom = cameFrom;
            this.ringShown = cameFrom != null && cameFrom.isFocusVisible();
            this.aside = aside;
            this.node = new DialogNode(content);
        }

        void close() {
            if (open == this) {
                leave();
            } else if (open != null) {
                open.drop(this);
            }
        }

        /** One that was laid aside closes by itself: what it would have given the focus back to is ours to give. */
        private void drop(Open closed) {
            if (aside == closed) {
                aside = closed.aside;
                cameFrom = closed.cameFrom;
                ringShown = closed.ringShown;
            } else if (aside != null) {
                aside.drop(closed);
            }
        }

        private void leave() {
            Open back = aside;
            if (back != null) {
                put(back);
            } else {
                open = null;
                showing.set(false);
                setMouseTransparent(true);
            }
            if (cameFrom != null && cameFrom.getScene() != null) {
                if (ringShown) {
                    Focus.visibly(cameFrom);
                } else {
                    cameFrom.requestFocus();
                }
            }
            if (back == null) {
                Motion.fadeOut(DialogLayer.this, FADE_OUT, () -> {
                    if (open == null) {
                        setVisible(false);
                        getChildren().clear();
                    }
                });
            }
        }
    }
}
