package io.github.devboxtunnels.ui.controls;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** A switch with a title and a hint that says what its position means. The whole row is the target. */
public final class SwitchRow extends HBox {

    private static final PseudoClass RULED = PseudoClass.getPseudoClass("ruled");

    private final StringProperty hint = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable String> ruled = new SimpleObjectProperty<>();
    private final ToggleSwitch toggle = new ToggleSwitch();

    /** A row with a title. */
    public SwitchRow(String title) {
        getStyleClass().add("switch-row");
        Label name = new Label(title);
        name.getStyleClass().addAll("strong", "switch-title");
        Label words = new Label();
        words.setWrapText(true);
        words.getStyleClass().addAll("small", "wrapped", "muted");
        words.textProperty().bind(Bindings.createStringBinding(this::words, hint, ruled));
        VBox column = new VBox(name, words);
        HBox.setHgrow(column, Priority.ALWAYS);
        toggle.setAccessibleText(title);
        toggle.accessibleHelpProperty().bind(words.textProperty());
        toggle.disableProperty().bind(ruled.isNotNull());
        toggle.setMinWidth(ToggleSwitch.USE_PREF_SIZE);
        ruled.subscribe(text -> pseudoClassStateChanged(RULED, text != null));
        getChildren().addAll(column, toggle);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /** What the position means now. */
    public StringProperty hintProperty() {
        return hint;
    }

    /** The position. */
    public BooleanProperty selectedProperty() {
        return toggle.selectedProperty();
    }

    /** By what the switch is ruled: it is disabled and this text stands in place of the hint; null for free. */
    public ObjectProperty<@Nullable String> ruledProperty() {
        return ruled;
    }

    /** The switch itself, for the focus. */
    public ToggleSwitch getSwitch() {
        return toggle;
    }

    private String words() {
        String by = ruled.get();
        return by == null ? hint.get() : by;
    }

    private void clicked(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && e.getTarget() != toggle && !toggle.isDisabled()) {
            toggle.requestFocus();
            toggle.fire();
        }
    }
}
