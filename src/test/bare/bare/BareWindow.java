package bare;

import io.github.devboxtunnels.platform.StartClock;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window with one label, which prints how long its first frame took and closes. */
public final class BareWindow {

    private BareWindow() {
    }

    /** Opens it. */
    public static void main(String[] args) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(new Label("Bare")), 1200, 760));
            stage.setOnShown(shown -> new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    if (pulses++ == 1) {
                        stop();
                        System.out.printf("{\"firstFrameMs\":%d}%n", StartClock.sinceProcessStart().toMillis());
                        Platform.exit();
                    }
                }
            }.start());
            stage.show();
        });
    }
}
