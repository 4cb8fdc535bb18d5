package io.github.devboxtunnels.ui.common;

import java.time.Duration;
import java.time.Instant;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/**
 * Shows one toast at a time at the bottom of the window; a newer one takes the place of the older. Hover and focus stop
 * its clock.
 */
public final class ToastLayer extends StackPane {

    private static final javafx.util.Duration FADE_OUT = javafx.util.Duration.millis(100);

    private final TaskRunner tasks;
    private @Nullable Shown shown;

    /** A toast that was shown. */
    public interface Handle {
        /** Takes it away; does nothing when another has taken its place. */
        void close();
    }

    /** Empty at first. */
    public ToastLayer(TaskRunner tasks) {
        this.tasks = tasks;
        getStyleClass().add("toast-layer");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_CENTER);
        setPadding(new Insets(20));
    }

    /** Shows a toast in place of the one there. */
    public Handle show(Toast toast) {
        Shown previous = shown;
        if (previous != null) {
            previous.remove();
        }
        Shown next = new Shown(toast);
        shown = next;
        getChildren().add(next.node);
        Motion.rise(next.node);
        Announcer.announce(this, toast.text());
        next.start();
        return next::close;
    }

    /** Runs the undo of the toast shown; false when there is none. */
    boolean undo() {
        Shown current = shown;
        Toast.Action action = current == null ? null : current.toast.action();
        if (current == null || action == null || !action.undo()) {
            return false;
        }
        current.act(action);
        return true;
    }

    /** Moves the focus to the toast's action; false when there is none. */
    boolean focusAction() {
        Shown current = shown;
        Node button = current == null ? null : current.node.action();
        if (button == null) {
            return false;
        }
        Focus.visibly(button);
        return true;
    }

    /** Closes the toast shown; false when there is none. */
    boolean dismiss() {
        Shown current = shown;
        if (current == null) {
            return false;
        }
        current.close();
        return true;
    }

    /** A toast on the screen and its clock. */
    private final class Shown {
        private final Toast toast;
        private final ToastNode node;
        private final @Nullable Node focusedBefore;
        private @Nullable Duration left;
        private Instant since;
        private TaskRunner.@Nullable Handle clock;

        Shown(Toast toast) {
            this.toast = toast;
            this.left = toast.stay();
            this.since = tasks.now();
            this.focusedBefore = getScene() == null ? null : getScene().getFocusOwner();
            this.node = new ToastNode(toast, this::act, this::close);
        }

        void start() {
            ObservableValue<Boolean> held = node.heldProperty();
            held.addListener((property, before, now) -> {
                if (now) {
                    stopClock();
                } else {
                    startClock();
                }
            });
            startClock();
        }

        void act(Toast.Action action) {
            close();
            action.run().run();
        }

        void close() {
            if (shown != this) {
                return;
            }
            shown = null;
            stopClock();
            giveFocusBack();
            node.setMouseTransparent(true);
            Motion.fadeOut(node, FADE_OUT, () -> getChildren().remove(node));
        }

        void remove() {
            shown = null;
            stopClock();
            giveFocusBack();
            getChildren().remove(node);
        }

        private void giveFocusBack() {
            if (node.hasFocusInside() && focusedBefore != null) {
                Focus.visibly(focusedBefore);
            }
        }

        private void startClock() {
            Duration rest = left;
            if (rest != null && clock == null && shown == this) {
                since = tasks.now();
                clock = tasks.after(rest, this::close);
            }
        }

        private void stopClock() {
            TaskRunner.Handle running = clock;
            if (running != null) {
                running.cancel();
                clock = null;
                left = remaining(left);
            }
        }

        private @Nullable Duration remaining(@Nullable Duration before) {
            if (before == null) {
                return null;
            }
            Duration rest = before.minus(Duration.between(since, tasks.now()));
            return rest.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : rest;
        }
    }
}
