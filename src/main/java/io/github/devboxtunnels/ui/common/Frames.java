package io.github.devboxtunnels.ui.common;

import javafx.animation.AnimationTimer;

/** Counts the frames of the window. */
public final class Frames {

    private Frames() {
    }

    /** Runs something when the next frame is painted: as soon as the pulse after its own begins. */
    public static void afterNext(Runnable action) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (pulses++ == 1) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}
