package io.github.devboxtunnels.app;

import java.util.List;

import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Takes pictures of a window with its menus and tooltips. */
final class Shots {

    private Shots() {
    }

    /** The window as it shows now, pop-ups over it. On the UI thread. */
    static WritableImage take(Stage stage) {
        WritableImage picture = stage.getScene().snapshot(null);
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow && window.isShowing()) {
                SnapshotParameters clear = new SnapshotParameters();
                clear.setFill(Color.TRANSPARENT);
                clear.setViewport(new Rectangle2D(0, 0, window.getScene().getWidth(), window.getScene().getHeight()));
                WritableImage over = window.getScene().getRoot().snapshot(clear, null);
                blend(picture, over, (int) (window.getX() - stage.getX() - stage.getScene().getX()),
                        (int) (window.getY() - stage.getY() - stage.getScene().getY()));
            }
        }
        return picture;
    }

    private static void blend(WritableImage under, WritableImage over, int left, int top) {
        PixelReader from = over.getPixelReader();
        PixelReader base = under.getPixelReader();
        PixelWriter to = under.getPixelWriter();
        for (int y = Math.max(0, -top); y < over.getHeight() && y + top < under.getHeight(); y++) {
            for (int x = Math.max(0, -left); x < over.getWidth() && x + left < under.getWidth(); x++) {
                Color colour = from.getColor(x, y);
                if (colour.getOpacity() > 0) {
                    Color below = base.getColor(x + left, y + top);
                    Color opaque = Color.color(colour.getRed(), colour.getGreen(), colour.getBlue());
                    to.setColor(x + left, y + top, below.interpolate(opaque, colour.getOpacity()));
                }
            }
        }
    }
}
