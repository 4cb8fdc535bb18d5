package io.github.devboxtunnels.ui.common;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/** What a dialog shows and how it answers to Esc. It closes itself through the handle it was shown with. */
public interface DialogContent {

    /** The title, in one line. */
    String title();

    /** One sentence under the title, or null. */
    default @Nullable String sentence() {
        return null;
    }

    /** The part that scrolls when the window is low. */
    Node body();

    /** The part that stays: {@link DialogLayer#footer}. */
    Node footer();

    /** What has the focus when the dialog opens. */
    Node initialFocus();

    /** While true, Esc does nothing. */
    default ObservableBooleanValue busy() {
        return new SimpleBooleanProperty(false);
    }

    /** Esc was pressed: what the Cancel button does. */
    void cancel();

    /** Width in pixels. */
    default double width() {
        return 560;
    }
}
