package io.github.devboxtunnels.ui.controls;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/** A switch of 36 × 20 pixels. */
public final class ToggleSwitch extends ToggleButton {

    /** Off at first. */
    public ToggleSwitch() {
        getStyleClass().setAll("toggle-switch");
        setAccessibleRole(AccessibleRole.CHECK_BOX);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Region thumb = new Region();
        thumb.getStyleClass().add("thumb");
        setGraphic(thumb);
    }
}
