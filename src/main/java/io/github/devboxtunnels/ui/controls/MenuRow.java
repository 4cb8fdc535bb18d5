package io.github.devboxtunnels.ui.controls;

import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** A line of a menu: icon, words, key. */
public final class MenuRow extends MenuItem {

    /**
     * A line.
     *
     * @param keys as {@link KeyCombination#valueOf} reads it, "Shift+C"; or null
     */
    public MenuRow(@Nullable Ikon icon, String text, @Nullable String keys, Runnable action) {
        super(text, icon == null ? null : Icons.of(icon));
        if (keys != null) {
            setAccelerator(KeyCombination.valueOf(keys));
        }
        setOnAction(e -> action.run());
    }

    /** Takes it out of use; the reason stands after its words. */
    public MenuRow unavailable(String reason) {
        setDisable(true);
        setText(getText() + " (" + reason + ")");
        return this;
    }
}
