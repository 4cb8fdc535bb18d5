package io.github.devboxtunnels.ui.ports;

/**
 * Where the columns of the ports table stand. Steps by the width of the content area: no path under 768; under 684 name
 * and port share one cell and the address loses its scheme.
 *
 * @param width of the table inside its border, in pixels
 * @param merged whether name and port share a cell
 * @param path whether there is a column for the path
 * @param name width of the name, or of name and port together
 * @param address width of the address
 * @param actions width of the actions
 */
record PortColumns(double width, boolean merged, boolean path, double name, double address, double actions) {

    static final double PAD = 16;
    static final double END = 8;
    static final double GAP = 12;
    static final double GLYPH = 16;
    static final double PORT = 48;
    static final double PATH = 72;
    private static final double NO_PATH = 768;
    private static final double MERGE = 684;
    private static final double NAME_LEAST = 72;
    private static final double ADDRESS_LEAST = 316;
    private static final double MERGED_LEAST = 92;
    private static final double ADDRESS_LEAST_BARE = 150;
    private static final double SHARE = 2.6;
    static final double BORDERS = 2;

    /** Divides the width of the content area, borders included, given what the actions need. */
    static PortColumns of(double contentWidth, double actions) {
        boolean merged = merges(contentWidth);
        boolean path = contentWidth >= NO_PATH;
        double width = contentWidth - BORDERS;
        double fixed = PAD + GLYPH + GAP + GAP + GAP + actions + END + (merged ? 0 : PORT + GAP)
                + (path ? PATH + GAP : 0);
        double rest = Math.max(0, width - fixed);
        double least = merged ? ADDRESS_LEAST_BARE : ADDRESS_LEAST;
        double address = Math.max(least, rest * SHARE / (1 + SHARE));
        double name = Math.max(merged ? MERGED_LEAST : NAME_LEAST, rest - address);
        return new PortColumns(width, merged, path, Math.floor(name), Math.floor(Math.max(0, rest - name)), actions);
    }

    /** Whether name and port share a cell at this width of the content area. */
    static boolean merges(double contentWidth) {
        return contentWidth < MERGE;
    }

    double nameX() {
        return PAD + GLYPH + GAP;
    }

    double portX() {
        return nameX() + name + GAP;
    }

    double pathX() {
        return portX() + PORT + GAP;
    }

    double addressX() {
        return merged ? nameX() + name + GAP : path ? pathX() + PATH + GAP : pathX();
    }

    double actionsX() {
        return width - END - actions;
    }
}
