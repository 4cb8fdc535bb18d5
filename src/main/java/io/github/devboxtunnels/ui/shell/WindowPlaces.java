package io.github.devboxtunnels.ui.shell;

import java.util.List;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import io.github.devboxtunnels.settings.Settings.WindowPlace;
import io.github.devboxtunnels.settings.SettingsStore;
import org.jspecify.annotations.Nullable;

/** Puts a window where it was and remembers where it is. */
final class WindowPlaces {

    private static final double MIN_WIDTH = 880;
    private static final double MIN_HEIGHT = 560;
    private static final double FIRST_WIDTH = 1200;
    private static final double FIRST_HEIGHT = 760;
    /** So much of the top of a window must be on a screen for a person to get hold of it. */
    private static final double GRIP = 80;

    private final Stage stage;
    private final SettingsStore settings;
    private @Nullable WindowPlace normal;

    WindowPlaces(Stage stage, SettingsStore settings) {
        this.stage = stage;
        this.settings = settings;
    }

    /** Before the window shows. */
    void restore() {
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        WindowPlace place = settings.current().window();
        List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        if (place == null) {
            stage.setWidth(FIRST_WIDTH);
            stage.setHeight(FIRST_HEIGHT);
        } else {
            stage.setWidth(Math.max(MIN_WIDTH, place.width()));
            stage.setHeight(Math.max(MIN_HEIGHT, place.height()));
            if (reachable(place, screens)) {
                stage.setX(place.x());
                stage.setY(place.y());
            }
            stage.setMaximized(place.maximised());
        }
        stage.xProperty().addListener((property, was, is) -> remember());
        stage.yProperty().addListener((property, was, is) -> remember());
        stage.widthProperty().addListener((property, was, is) -> remember());
        stage.heightProperty().addListener((property, was, is) -> remember());
        stage.maximizedProperty().addListener((property, was, is) -> remember());
    }

    /** Whether enough of the title is on one of the screens. */
    static boolean reachable(WindowPlace place, List<Rectangle2D> screens) {
        return screens.stream().anyMatch(screen -> place.x() + place.width() - GRIP >= screen.getMinX()
                && place.x() + GRIP <= screen.getMaxX() && place.y() >= screen.getMinY()
                && place.y() + GRIP <= screen.getMaxY());
    }

    private void remember() {
        if (!stage.isShowing() || stage.isIconified() || Double.isNaN(stage.getX())) {
            return;
        }
        boolean maximised = stage.isMaximized() || stage.isFullScreen();
        if (!maximised) {
            normal = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
        WindowPlace known = normal == null ? settings.current().window() : normal;
        if (known != null) {
            settings.update(now -> now.withWindow(
                    new WindowPlace(known.x(), known.y(), known.width(), known.height(), maximised)));
        }
    }
}
