package io.github.devboxtunnels.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** What all benchmarks share: how often they repeat, and how windows of child processes are shown. */
final class Bench {

    private static final boolean SMALL = Boolean.getBoolean("bench.small");

    /** A window without a display, painted by the processor. */
    static final List<String> HEADLESS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    private Bench() {
    }

    /** One of two numbers: the second with {@code -Dbench.small=true}, where only the going counts. */
    static int times(int full, int small) {
        return SMALL ? small : full;
    }

    /** The window on the display that there is, or without one. */
    static List<String> window() {
        String display = System.getenv("DISPLAY");
        return display == null || display.isBlank() ? HEADLESS : List.of();
    }

    /** For the name of what is measured, since the two differ. */
    static String windowName() {
        return window().isEmpty() ? "display" : "headless";
    }

    /** Settings that no other run has touched. */
    static String home(Path folder) {
        return "-Ddevboxtunnels.home=" + folder;
    }
}
