package io.github.devboxtunnels.ui.controls;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** A square button with an icon alone: its name is in the tooltip, with the shortcut, and in the accessible text. */
public class IconButton extends Button {

    private Ikon icon;
    private String name;
    private @Nullable String shortcut;

    /** A flat button of 28 pixels. */
    public IconButton(Ikon icon, String name) {
        this(icon, name, null);
    }

    /**
     * A flat button of 28 pixels.
     *
     * @param shortcut as the tooltip shows it, or null
     */
    public IconButton(Ikon icon, String name, @Nullable String shortcut) {
        this.icon = icon;
        this.name = name;
        this.shortcut = shortcut;
        getStyleClass().addAll(Buttons.FLAT, Buttons.SMALL, "icon-button");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        showIcon(icon);
        describe();
    }

    /** Makes it 32 pixels. */
    public final IconButton large() {
        getStyleClass().remove(Buttons.SMALL);
        showIcon(icon);
        return this;
    }

    /** Gives it the outline and fill of a neutral button. */
    public final IconButton bordered() {
        getStyleClass().remove(Buttons.FLAT);
        return this;
    }

    /** Says what it does. */
    public final void setName(String next) {
        name = next;
        describe();
    }

    /** The shortcut as the tooltip shows it, or null. */
    public final void setShortcut(@Nullable String next) {
        shortcut = next;
        describe();
    }

    /** Shows another icon. */
    public final void setIcon(Ikon next) {
        showIcon(next);
    }

    private void showIcon(Ikon next) {
        icon = next;
        setGraphic(Icons.of(next, getStyleClass().contains(Buttons.SMALL) ? 14 : 16));
    }

    private void describe() {
        setAccessibleText(name);
        setTooltip(new Tip(shortcut == null ? name : name + "  " + shortcut));
    }
}
