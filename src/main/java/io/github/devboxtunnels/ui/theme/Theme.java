package io.github.devboxtunnels.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** The two looks: a base theme and a sheet of values. */
public enum Theme {
    /** Dark on light. */
    LIGHT("light.css"),
    /** Light on dark. */
    DARK("dark.css");

    private final String sheet;

    Theme(String sheet) {
        this.sheet = sheet;
    }

    /** Address of the sheet under every other one. */
    String userAgentSheet() {
        return (this == LIGHT ? new PrimerLight() : new PrimerDark()).getUserAgentStylesheet();
    }

    /** Address of the sheet that gives the names their values. */
    String sheet() {
        return Sheets.address("theme/" + sheet);
    }
}
