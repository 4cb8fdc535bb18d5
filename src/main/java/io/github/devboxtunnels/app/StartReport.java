package io.github.devboxtunnels.app;

import java.io.PrintStream;

import javafx.stage.Stage;

import io.github.devboxtunnels.platform.StartClock;
import io.github.devboxtunnels.ui.common.Frames;
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
        stage.setOnShown(_ -> Frames.afterNext(() -> firstFrame = StartClock.sinceProcessStart().toMillis()));
        desktop.setOnSession(shell -> shell.devboxes().stateProperty().subscribe(state -> {
            if (state instanceof ListState.Rows) {
                Frames.afterNext(() -> print(stage));
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
}
