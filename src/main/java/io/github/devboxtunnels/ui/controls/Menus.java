package io.github.devboxtunnels.ui.controls;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.WindowEvent;

/** Makes menus with titled groups that answer to first letters. */
public final class Menus {

    /** How wide a menu is that says nothing else. */
    public static final double WIDTH = 248;

    private static final double GAP = 4;
    private static final double EDGES = 30;

    private Menus() {
    }

    /** A menu of these lines, 248 pixels wide or wider. */
    public static ContextMenu of(MenuItem... items) {
        return of(WIDTH, items);
    }

    /**
     * A menu of these lines.
     *
     * @param width in pixels, at least
     */
    public static ContextMenu of(double width, MenuItem... items) {
        ContextMenu menu = new ContextMenu(items);
        menu.setAutoFix(true);
        menu.addEventHandler(WindowEvent.WINDOW_SHOWN, e -> widen(menu, width));
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

    /** A text, not a label: a menu asks its own nodes for their height without a width, and a label then forgets to wrap. */
    private static MenuItem words(String text, String styleClass) {
        Text words = new Text(text);
        words.getStyleClass().add(styleClass);
        CustomMenuItem item = new CustomMenuItem(words, false);
        item.getStyleClass().addAll("menu-words", styleClass + "-row");
        item.setDisable(true);
        return item;
    }

    /** Keys stand at the right end only if the column of words before them takes all the width there is. */
    private static void widen(ContextMenu menu, double width) {
        List<Region> labels = parts(menu, ".menu-item > .label").filter(label -> !isKey(label)).toList();
        double graphics = widest(parts(menu, ".menu-item > .graphic-container"));
        double keys = widest(parts(menu, ".menu-item > .accelerator-text"));
        double column = width - EDGES - graphics - keys;
        double needed = widest(labels.stream());
        labels.forEach(label -> label.setPrefWidth(Math.max(column, needed)));
        for (MenuItem item : menu.getItems()) {
            if (item instanceof CustomMenuItem custom && custom.getContent() instanceof Text words) {
                words.setWrappingWidth(Math.max(width, needed + EDGES + graphics + keys) - EDGES);
            }
        }
    }

    private static boolean isKey(Region label) {
        return label.getStyleClass().contains("accelerator-text");
    }

    private static Stream<Region> parts(ContextMenu menu, String selector) {
        return menu.getSkin().getNode().lookupAll(selector).stream().map(Region.class::cast);
    }

    private static double widest(Stream<Region> parts) {
        return parts.mapToDouble(part -> part.prefWidth(-1)).max().orElse(0);
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
