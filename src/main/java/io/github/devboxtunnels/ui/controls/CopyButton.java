package io.github.devboxtunnels.ui.controls;

import java.util.function.BooleanSupplier;

import io.github.devboxtunnels.ui.common.TaskRunner;
import org.kordamp.ikonli.feather.Feather;

/** Copies something and shows a tick for a moment; size and focus stay. */
public final class CopyButton extends IconButton {

    private final BooleanSupplier copying;
    private final String announcement;
    private final CopyFeedback feedback;

    /**
     * A button of 28 pixels.
     *
     * @param name what it does: "Copy address"
     * @param announcement what a screen reader says afterwards: "Address copied"
     * @param copying does it; false when the clipboard could not be reached
     */
    public CopyButton(String name, String announcement, BooleanSupplier copying, TaskRunner tasks) {
        super(Feather.COPY, name);
        this.copying = copying;
        this.announcement = announcement;
        this.feedback = new CopyFeedback(this, tasks, this::draw);
        getStyleClass().add("copy-button");
        setOnAction(e -> copy());
    }

    /** Copies, as a press does. */
    public void copy() {
        feedback.show(copying.getAsBoolean(), announcement);
    }

    private void draw(CopyFeedback.Phase phase) {
        setIcon(switch (phase) {
            case REST -> Feather.COPY;
            case COPIED -> Feather.CHECK;
            case FAILED -> Feather.ALERT_CIRCLE;
        });
    }
}
