package io.github.devboxtunnels.ui.controls;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** One card of a {@link CardChoice}: a radio, a title with its icon, and what the choice means. */
final class ChoiceCard extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final Runnable choose;
    private boolean selected;

    ChoiceCard(Ikon icon, String title, String text, boolean warning, Runnable choose) {
        this.choose = choose;
        getStyleClass().add("choice-card");
        pseudoClassStateChanged(WARNING, warning);
        setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        setAccessibleText(title);
        setAccessibleHelp(text);
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        StackPane radio = new StackPane(dot);
        radio.getStyleClass().add("radio");
        Label name = new Label(title);
        name.getStyleClass().add("semibold");
        HBox head = new HBox(name, Icons.of(icon, 14));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("choice-head");
        Label words = new Label(text);
        words.setWrapText(true);
        words.getStyleClass().addAll("small", "wrapped", "muted");
        VBox column = new VBox(head, words);
        column.getStyleClass().add("choice-words");
        HBox.setHgrow(column, Priority.ALWAYS);
        getChildren().addAll(radio, column);
        setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                choose.run();
            }
        });
    }

    void setSelected(boolean now) {
        selected = now;
        pseudoClassStateChanged(SELECTED, now);
        setFocusTraversable(now);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? selected
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            choose.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
