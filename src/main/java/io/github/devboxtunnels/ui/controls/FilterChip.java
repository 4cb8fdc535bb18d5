package io.github.devboxtunnels.ui.controls;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

import io.github.devboxtunnels.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One choice of a filter, with the number of rows it would show. */
public final class FilterChip extends ToggleButton {

    private final StringProperty count = new SimpleStringProperty("");
    private final FontIcon globe = Icons.of(Feather.GLOBE, 14);

    /** A chip without a count and without a globe. */
    public FilterChip(String label) {
        super(label);
        getStyleClass().setAll("filter-chip");
        setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        setMinWidth(USE_PREF_SIZE);
        globe.getStyleClass().add("warning-glyph");
        Label words = new Label();
        words.textProperty().bind(textProperty());
        words.getStyleClass().add("chip-label");
        Label number = new Label();
        number.textProperty().bind(count);
        number.getStyleClass().add("chip-count");
        number.managedProperty().bind(count.isNotEmpty());
        HBox content = new HBox(globe, words, number);
        content.setAlignment(Pos.CENTER);
        content.getStyleClass().add("chip-content");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(content);
        setWarning(false);
        Texts texts = Texts.of(FilterChip.class);
        count.subscribe(now -> setAccessibleText(now.isEmpty() ? label : texts.get("controls.chip.count", label, now)));
    }

    /** The count: a number, "…" while it is unknown, or "500+". */
    public StringProperty countProperty() {
        return count;
    }

    /** Shows or hides the globe. */
    public void setWarning(boolean warning) {
        globe.setVisible(warning);
        globe.setManaged(warning);
    }

    /** Chooses it; unlike a plain toggle it never goes off by itself. */
    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        }
    }
}
