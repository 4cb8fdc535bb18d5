package io.github.devboxtunnels.app;

import java.io.PrintStream;

import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

import io.github.devboxtunnels.platform.StartClock;
import io.github.devboxtunnels.ui.devboxes.ListState;

/**
 * For {@code --measure-start}: prints one JSON line, {@code firstFrameMs} and {@code listShownMs} since the operating
 * system started the process and {@code residentMb} then, and closes the window.
 */
final class StartReport implements Company {

    private final PrintStream out;
    private long firstFrame;

    StartReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void join(Stage stage, Desktop desktop) {
        stage.setOnShown(_ -> afterNextFrame(() -> firstFrame = StartClock.sinceProcessStart().toMillis()));
        desktop.setOnSession(shell -> shell.devboxes().stateProperty().subscribe(state -> {
            if (state instanceof ListState.Rows) {
                afterNextFrame(() -> print(stage));
            }
        }));
    }

    private void print(Stage stage) {
        if (stage.isShowing()) {
            out.printf("{\"firstFrameMs\":%d,\"listShownMs\":%d,\"residentMb\":%d}%n", firstFrame,
                    StartClock.sinceProcessStart().toMillis(), StartClock.residentMegabytes());
            stage.close();
        }
    }

    /** The pulse after the next one begins when that one's frame is painted. */
    private static void afterNextFrame(Runnable action) {
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
