package io.github.devboxtunnels.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

import org.kordamp.ikonli.feather.Feather;

/** A line of a menu that is one of several: a tick before the chosen one, which a screen reader is told as well. */
public final class ChoiceRow extends RadioMenuItem {

    /** A line. */
    public ChoiceRow(String text, ToggleGroup group, boolean chosen, Runnable choose) {
        super(text, Icons.of(Feather.CHECK));
        getStyleClass().add("choice-row");
        setToggleGroup(group);
        setSelected(chosen);
        Node tick = getGraphic();
        tick.visibleProperty().bind(selectedProperty());
        setOnAction(e -> choose.run());
    }
}
