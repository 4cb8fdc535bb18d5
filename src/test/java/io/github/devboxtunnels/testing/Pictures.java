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

    private static final Path FOLDER = Path.of("target", "screenshots");

    private Pictures() {
    }

    /**
     * Writes a picture to {@code target/screenshots/<name>.png}.
     *
     * @throws IOException when it cannot be written
     */
    public static Path save(Image image, String name) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve(name + ".png");
        ImageIO.write(copy, "png", file.toFile());
        return file;
    }
}
