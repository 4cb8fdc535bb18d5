package io.github.devboxtunnels.ui.controls;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;

import org.kordamp.ikonli.Ikon;

/** Makes buttons in the looks there are. A button says what it does; without a style class it is neutral. */
public final class Buttons {

    /** Filled with the accent: one a view. */
    public static final String PRIMARY = "primary";
    /** Filled with amber: makes something public. */
    public static final String WARNING = "warning";
    /** Filled with red: removes something. */
    public static final String DANGER = "danger";
    /** Words in red: opens the sheet that removes something. */
    public static final String DANGER_TEXT = "danger-text";
    /** Without outline and fill. */
    public static final String FLAT = "flat";
    /** 28 pixels high in place of 32. */
    public static final String SMALL = "small";

    private Buttons() {
    }

    /** A button with words. */
    public static Button of(String text, String... styleClasses) {
        Button button = new Button(text);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.getStyleClass().addAll(styleClasses);
        return button;
    }

    /** A button with an icon before its words. */
    public static Button of(String text, Ikon icon, String... styleClasses) {
        Button button = of(text, styleClasses);
        button.setGraphic(Icons.of(icon, button.getStyleClass().contains(SMALL) ? 14 : 16));
        return button;
    }

    /** Words that lead somewhere. */
    public static Hyperlink link(String text) {
        return new Hyperlink(text);
    }
}
