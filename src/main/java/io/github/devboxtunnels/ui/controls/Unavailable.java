package io.github.devboxtunnels.ui.controls;

import java.util.Objects;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/**
 * Makes a button unavailable without disabling it: JavaFX skips disabled nodes and their tooltips, so that the keyboard
 * could not reach the reason. It looks disabled, ignores its action, and says why.
 */
public final class Unavailable {

    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");

    private final ButtonBase button;
    private @Nullable String reason;
    private @Nullable Tooltip usual;
    private @Nullable Tooltip why;

    private Unavailable(ButtonBase button) {
        this.button = button;
        button.addEventFilter(ActionEvent.ACTION, e -> {
            if (reason != null) {
                e.consume();
            }
        });
        button.focusVisibleProperty().subscribe(this::showOnFocus);
    }

    /** Makes a button unavailable while there is a reason: a text, or null. */
    public static Subscription bind(ButtonBase button, ObservableValue<? extends @Nullable String> reason) {
        return reason.subscribe(text -> set(button, text));
    }

    /** Makes a button unavailable for a reason, or available with null. */
    public static void set(ButtonBase button, @Nullable String reason) {
        Unavailable state = (Unavailable) button.getProperties().get(Unavailable.class);
        if (state == null) {
            if (reason == null) {
                return;
            }
            state = new Unavailable(button);
            button.getProperties().put(Unavailable.class, state);
        }
        state.change(reason);
    }

    /** Whether a button is unavailable. */
    public static boolean is(ButtonBase button) {
        return button.getPseudoClassStates().contains(UNAVAILABLE);
    }

    private void change(@Nullable String next) {
        if (Objects.equals(reason, next)) {
            return;
        }
        hide();
        if (reason == null) {
            usual = button.getTooltip();
        }
        reason = next;
        why = next == null ? null : new Tip(next);
        button.pseudoClassStateChanged(UNAVAILABLE, next != null);
        button.setAccessibleHelp(next);
        button.setTooltip(next == null ? usual : why);
        showOnFocus(button.isFocusVisible());
    }

    private void showOnFocus(boolean ring) {
        Tooltip tooltip = why;
        if (tooltip == null || !ring) {
            hide();
            return;
        }
        Bounds place = button.localToScreen(button.getLayoutBounds());
        if (place != null) {
            tooltip.show(button, place.getMinX(), place.getMaxY() + 4);
        }
    }

    private void hide() {
        if (why != null && why.isShowing()) {
            why.hide();
        }
    }
}
