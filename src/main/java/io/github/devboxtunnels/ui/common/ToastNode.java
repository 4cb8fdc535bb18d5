package io.github.devboxtunnels.ui.common;

import java.util.function.Consumer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a toast looks like: icon, text, action. */
final class ToastNode extends HBox {

    private final @Nullable Button action;
    private final BooleanExpression held;

    ToastNode(Toast toast, Consumer<Toast.Action> act, Runnable close) {
        getStyleClass().add("toast");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.PARENT);
        Label text = new Label(toast.text());
        text.getStyleClass().add("toast-text");
        getChildren().addAll(FontIcon.of(toast.icon(), 16), text);
        action = toast.action() == null ? null : button(toast.action(), act);
        held = action == null
                ? BooleanExpression.booleanExpression(hoverProperty())
                : Bindings.or(hoverProperty(), action.focusedProperty());
        if (action != null) {
            getChildren().add(action);
        } else {
            getStyleClass().add("without-action");
        }
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close.run();
                e.consume();
            }
        });
    }

    /** Whether pointer or focus rest on the toast. */
    BooleanExpression heldProperty() {
        return held;
    }

    /** The button, or null. */
    @Nullable
    Node action() {
        return action;
    }

    boolean hasFocusInside() {
        return action != null && action.isFocused();
    }

    private static Button button(Toast.Action action, Consumer<Toast.Action> act) {
        Button button = new Button(action.label());
        button.getStyleClass().add("toast-action");
        button.setOnAction(e -> act.accept(action));
        return button;
    }
}
