package io.github.devboxtunnels.ui.controls;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes icons. They are decoration: the words beside them, or their control's name, carry the meaning. */
public final class Icons {

    private Icons() {
    }

    /** An icon of 16 pixels in the colour of secondary text. */
    public static FontIcon of(Ikon icon) {
        return of(icon, 16);
    }

    /** An icon of another size: 14 in small controls, 12 in badges, 20 beside a page title, 40 in empty states. */
    public static FontIcon of(Ikon icon, int size) {
        FontIcon node = FontIcon.of(icon, size);
        // By class as well: the base theme gives every icon one size, and its sheet is stronger than code.
        node.getStyleClass().addAll("icon", "icon-" + size);
        return node;
    }
}
