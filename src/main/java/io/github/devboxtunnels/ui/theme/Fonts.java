package io.github.devboxtunnels.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import javafx.scene.text.Font;

/** The bundled fonts, one family a weight: JavaFX finds only regular and bold of a family reliably. */
final class Fonts {

    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
            "JetBrainsMono-Regular.ttf");
    /** Where the packages have them as files; unset elsewhere. */
    private static final String FOLDER = "devboxtunnels.fonts";
    /** Any will do: what is wanted is the family. */
    private static final double SIZE = 13;
    private static boolean loaded;

    private Fonts() {
    }

    /** Makes the families known to JavaFX, at the first call only. */
    static synchronized void load() {
        if (!loaded) {
            FILES.forEach(Fonts::load);
            loaded = true;
        }
    }

    private static void load(String file) {
        String folder = System.getProperty(FOLDER);
        if (!(folder == null ? ofResource(file) : ofFile(Path.of(folder, file)))) {
            throw new IllegalStateException("font " + file);
        }
    }

    /** JavaFX copies what it reads from a stream into a temporary file, which stays if the process is killed. */
    private static boolean ofResource(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            return in != null && Font.loadFont(in, SIZE) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file is used where it lies. */
    private static boolean ofFile(Path file) {
        return Font.loadFont(file.toUri().toString(), SIZE) != null;
    }
}
