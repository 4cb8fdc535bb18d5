package io.github.devboxtunnels.ui.controls;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;

/** A key or a combination, drawn as a key. */
public final class KeyHint extends Label {

    /** Shows words such as "Ctrl+F". */
    public KeyHint(String keys) {
        super(keys);
        getStyleClass().add("key-hint");
        setMinWidth(USE_PREF_SIZE);
        setMouseTransparent(true);
    }

    /** Shows a combination as this system writes it. */
    public KeyHint(KeyCombination keys) {
        this(keys.getDisplayText());
    }
}
