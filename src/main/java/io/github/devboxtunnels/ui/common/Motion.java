package io.github.devboxtunnels.ui.common;

import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/** The few movements there are, and whether the user wants any. */
public final class Motion {

    private static final Duration RISE = Duration.millis(160);
    private static final double RISE_PIXELS = 8;

    private Motion() {
    }

    /** Whether the system asks for less motion. */
    public static boolean reduced() {
        return Platform.getPreferences().isReducedMotion();
    }

    /** Fades a node in while it rises 8 px; at once with reduced motion. */
    static void rise(Node node) {
        if (reduced()) {
            return;
        }
        FadeTransition fade = new FadeTransition(RISE, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.setInterpolator(Interpolator.EASE_OUT);
        TranslateTransition move = new TranslateTransition(RISE, node);
        move.setFromY(RISE_PIXELS);
        move.setToY(0);
        move.setInterpolator(Interpolator.EASE_OUT);
        new ParallelTransition(fade, move).play();
    }

    /** Fades a node out, then does something; at once with reduced motion. */
    static void fadeOut(Node node, Duration duration, Runnable then) {
        if (reduced()) {
            then.run();
            return;
        }
        FadeTransition fade = new FadeTransition(duration, node);
        fade.setToValue(0);
        fade.setOnFinished(e -> then.run());
        fade.play();
    }
}
