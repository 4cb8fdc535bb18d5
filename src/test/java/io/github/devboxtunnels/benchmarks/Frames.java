package io.github.devboxtunnels.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Waits until what was done on the UI thread is on the screen. */
final class Frames {

    private static final int ENOUGH = 3;

    private Frames() {
    }

    /** Returns when some frames have been painted. */
    static void painted() throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (frames++ == ENOUGH) {
                    stop();
                    done.complete(null);
                }
            }
        }.start());
        done.get(30, TimeUnit.SECONDS);
    }
}
