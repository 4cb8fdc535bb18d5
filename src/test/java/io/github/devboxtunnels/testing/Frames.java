package io.github.devboxtunnels.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Waits until what was done on the UI thread is on the screen. */
public final class Frames {

    private static final int ENOUGH = 4;

    private Frames() {
    }

    /** Returns when some frames have been painted. */
    public static void painted() throws Exception {
        begun(ENOUGH).get(30, TimeUnit.SECONDS);
    }

    /** Complete when this many frames have begun; each lays out what was done before it. */
    static CompletableFuture<Void> begun(int count) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == count) {
                    stop();
                    done.complete(null);
                }
            }
        }.start());
        return done;
    }
}
