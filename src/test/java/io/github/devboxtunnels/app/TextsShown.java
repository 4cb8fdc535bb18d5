package io.github.devboxtunnels.app;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Every text a person or a screen reader can get from the open windows: nodes, tooltips, accessible texts, titles. */
final class TextsShown {

    private TextsShown() {
    }

    static List<String> in(Stage stage) {
        List<String> texts = new ArrayList<>();
        texts.add(String.valueOf(stage.getTitle()));
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window == stage || window instanceof PopupWindow) {
                collect(window.getScene().getRoot(), texts);
            }
        }
        return texts;
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        add(texts, node.getAccessibleText());
        add(texts, node.getAccessibleHelp());
        add(texts, node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        if (node instanceof Labeled labeled) {
            add(texts, labeled.getText());
            Tooltip tooltip = labeled.getTooltip();
            add(texts, tooltip == null ? null : tooltip.getText());
        }
        if (node instanceof TextInputControl input) {
            // What a masked field shows is among its children.
            add(texts, input.getAccessibleRole() == AccessibleRole.PASSWORD_FIELD ? null : input.getText());
            add(texts, input.getPromptText());
        }
        if (node instanceof Text text) {
            add(texts, text.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private static void add(List<String> texts, Object text) {
        if (text != null && !text.toString().isEmpty()) {
            texts.add(text.toString());
        }
    }
}
