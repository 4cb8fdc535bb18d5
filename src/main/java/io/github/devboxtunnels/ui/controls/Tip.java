package io.github.devboxtunnels.ui.controls;

import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** A tooltip that comes after half a second and stays ten: JavaFX cannot keep durations in a compiled stylesheet. */
public final class Tip extends Tooltip {

    private static final Duration DELAY = Duration.millis(500);
    private static final Duration STAY = Duration.seconds(10);

    /** Says nothing yet. */
    public Tip() {
        this("");
    }

    /** Says some words. */
    public Tip(String words) {
        super(words);
        setShowDelay(DELAY);
        setShowDuration(STAY);
    }
}
