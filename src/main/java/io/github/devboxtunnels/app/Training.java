package io.github.devboxtunnels.app;

import java.io.PrintStream;

import javafx.stage.Stage;

import io.github.devboxtunnels.platform.Folders;
import io.github.devboxtunnels.platform.SingleInstance;
import io.github.devboxtunnels.platform.Summons;
import io.github.devboxtunnels.time.SystemTimeline;
import org.jspecify.annotations.Nullable;

/** For {@code --train}: starts a second time, takes the walk and closes the window; the JVM writes down meanwhile what was loaded and run. */
final class Training implements Company {

    private final PrintStream err;
    private boolean done;

    Training(PrintStream err) {
        this.err = err;
    }

    @Override
    public void join(Stage stage, Desktop desktop) {
        desktop.tasks().run(() -> SingleInstance.enter(Folders.ofThisProcess().runtime(), Summons.PLAIN,
                new SystemTimeline()), _ -> {
                }, _ -> {
                });
        stage.setOnShown(_ -> new Walk(desktop, stage, desktop.tasks(), () -> {
        }, blocked -> end(stage, blocked)).begin());
    }

    /** Whether the whole walk was taken. */
    boolean done() {
        return done;
    }

    private void end(Stage stage, @Nullable String blocked) {
        done = blocked == null;
        if (blocked != null) {
            err.println("The walk ends before: " + blocked);
        }
        stage.close();
    }
}
