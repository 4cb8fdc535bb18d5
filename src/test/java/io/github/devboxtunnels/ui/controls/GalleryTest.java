package io.github.devboxtunnels.ui.controls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.Pictures;
import io.github.devboxtunnels.testing.ThemedScenes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class GalleryTest extends FxTest {

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void everyControlIsDrawnInBothThemes(ThemeChoice choice) throws IOException {
        // Taller than the headless screen: the window shows a part, the picture has all of it.
        HBox[] gallery = new HBox[1];
        show(() -> {
            gallery[0] = new Gallery().build();
            return ThemedScenes.dress(new Pane(gallery[0]), choice);
        }, 1440, 900);
        doOnFx(() -> gallery[0].lookupAll("#shown-secret .button").forEach(eye -> ((IconButton) eye).fire()));
        settle();
        WritableImage picture = onFx(() -> gallery[0].snapshot(null, null));
        Path file = Pictures.save(picture, "gallery-" + choice.name().toLowerCase(Locale.ROOT));
        assertThat(Files.size(file)).isPositive();
    }
}
