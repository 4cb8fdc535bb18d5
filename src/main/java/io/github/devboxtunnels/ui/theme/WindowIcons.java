package io.github.devboxtunnels.ui.theme;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import javafx.scene.image.Image;

/** The application's icon, in the sizes window managers ask for. */
public final class WindowIcons {

    private WindowIcons() {
    }

    /** The icon in the sizes of title bars and switchers; may be asked for on any thread, for it takes a while. */
    public static List<Image> all() {
        return IntStream.of(16, 24, 32, 48, 64, 128).mapToObj(WindowIcons::image).toList();
    }

    /**
     * The icon in one of the bundled sizes.
     *
     * @param size 16, 24, 32, 48, 64 or 128 pixels
     */
    public static Image image(int size) {
        String file = "icons/icon-" + size + ".png";
        return new Image(Objects.requireNonNull(WindowIcons.class.getResource(file), file).toExternalForm());
    }
}
