package io.github.devboxtunnels.ui.controls;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/** What text fields share. */
public final class Fields {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private Fields() {
    }

    /** Marks a field whose text cannot be used; the reason stands under it. */
    public static void setInvalid(Node field, boolean invalid) {
        field.pseudoClassStateChanged(INVALID, invalid);
    }
}
