package io.github.devboxtunnels.ui.controls;

import java.util.List;
import java.util.Locale;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;

/** Makes menus with titled groups that answer to first letters. */
public final class Menus {

    private static final double GAP = 4;

    private Menus() {
    }

    /** A menu of these lines. */
    public static ContextMenu of(MenuItem... items) {
        ContextMenu menu = new ContextMenu(items);
        menu.setAutoFix(true);
        menu.addEventHandler(KeyEvent.KEY_TYPED, e -> jump(menu, e));
        return menu;
    }

    /** The title of a group. */
    public static MenuItem title(String text) {
        return words(text, "menu-title");
    }

    /** A small sentence, for what an action costs. */
    public static MenuItem sentence(String text) {
        return words(text, "menu-sentence");
    }

    /** Opens a menu just under, or beside, a node. */
    public static void show(ContextMenu menu, Node at, Side side) {
        menu.show(at, side, 0, side == Side.BOTTOM ? GAP : 0);
        items(menu).stream().findFirst().ifPresent(Menus::focus);
    }

    private static MenuItem words(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(276);
        label.getStyleClass().add(styleClass);
        CustomMenuItem item = new CustomMenuItem(label, false);
        item.getStyleClass().add("menu-words");
        item.setDisable(true);
        return item;
    }

    private static void jump(ContextMenu menu, KeyEvent e) {
        String typed = e.getCharacter().toLowerCase(Locale.ROOT);
        List<MenuItem> items = items(menu);
        int focused = 0;
        while (focused < items.size() && !items.get(focused).getStyleableNode().isFocused()) {
            focused++;
        }
        for (int step = 1; step <= items.size() && !typed.isBlank(); step++) {
            MenuItem candidate = items.get((focused + step) % items.size());
            if (candidate.getText().toLowerCase(Locale.ROOT).startsWith(typed)) {
                focus(candidate);
                e.consume();
                return;
            }
        }
    }

    private static List<MenuItem> items(ContextMenu menu) {
        return menu.getItems().stream()
                .filter(item -> item.isVisible() && !item.isDisable() && item.getText() != null
                        && item.getStyleableNode() != null)
                .toList();
    }

    private static void focus(MenuItem item) {
        item.getStyleableNode().requestFocus();
    }
}
