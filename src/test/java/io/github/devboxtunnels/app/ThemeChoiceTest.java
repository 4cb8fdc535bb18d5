package io.github.devboxtunnels.app;

import javafx.scene.paint.Color;

import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThemeChoiceTest extends DesktopFixture {

    @Test
    void theThemeStillChangesAfterAGarbageCollection() {
        openEmpty(880, 560);
        System.gc();
        doOnFx(() -> desktop.preferences().themeProperty().set(ThemeChoice.DARK));
        assertThat(brightness()).isLessThan(0.2);
        System.gc();
        doOnFx(() -> desktop.preferences().themeProperty().set(ThemeChoice.LIGHT));
        assertThat(brightness()).isGreaterThan(0.9);
    }

    @Test
    void theRememberedThemeShowsFromTheStart() {
        settings.update(now -> now.withTheme(ThemeChoice.DARK));
        openEmpty(880, 560);
        assertThat(brightness()).isLessThan(0.2);
    }

    private double brightness() {
        settle();
        Color corner = onFx(() -> Shots.take(stage).getPixelReader().getColor(4, 4));
        return corner.getBrightness();
    }
}
