package io.github.devboxtunnels.ui.shell;

import java.util.List;

import javafx.geometry.Rectangle2D;

import io.github.devboxtunnels.settings.Settings.WindowPlace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WindowPlacesTest {

    private static final List<Rectangle2D> SCREENS = List.of(new Rectangle2D(0, 0, 1920, 1080),
            new Rectangle2D(1920, 200, 1280, 1024));

    @ParameterizedTest
    @CsvSource({"100, 100, true", "-800, 0, true", "-1130, 0, false", "1900, 0, false", "3150, 300, false",
            "2000, 1150, false", "100, -20, false", "100, 1050, false"})
    void aWindowNobodyCouldGetHoldOfIsNotPutThere(double x, double y, boolean reachable) {
        assertThat(WindowPlaces.reachable(new WindowPlace(x, y, 1200, 760, false), SCREENS)).isEqualTo(reachable);
    }
}
