package io.github.devboxtunnels.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

/** Keeps pictures of windows, to be looked at beside the design. */
public final class Pictures {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path PICTURES = Path.of("target", "pictures");

    private Pictures() {
    }

    /**
     * Writes a picture of a part, or of a test's own window, to {@code target/pictures/<name>.png}.
     *
     * @throws IOException when it cannot be written
     */
    public static Path save(Image image, String name) throws IOException {
        return write(image, PICTURES.resolve(name + ".png"));
    }

    /**
     * Writes a picture of the whole application to {@code target/screenshots/<name>.png}.
     *
     * @throws IOException when it cannot be written
     */
    public static Path screenshot(Image image, String name) throws IOException {
        return write(image, SCREENSHOTS.resolve(name + ".png"));
    }

    private static Path write(Image image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(copy, "png", file.toFile());
        return file;
    }
}
