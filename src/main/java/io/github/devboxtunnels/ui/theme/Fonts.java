package io.github.devboxtunnels.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import javafx.scene.text.Font;

/** The bundled fonts, one family a weight: JavaFX finds only regular and bold of a family reliably. */
final class Fonts {

    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
            "JetBrainsMono-Regular.ttf");
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
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            if (in == null || Font.loadFont(in, 13) == null) {
                throw new IllegalStateException("font " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
