package io.github.devboxtunnels.ui.theme;

import java.util.List;

import javafx.application.Application;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;

import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.FxTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThemeManagerTest extends FxTest {

    @Test
    void aSceneFollowsTheChoice() {
        Label label = onFx(() -> new Label("api-server"));
        Stage stage = show(() -> new VBox(label), 200, 100);
        ThemeManager themes = onFx(ThemeManager::new);
        doOnFx(() -> themes.apply(stage.getScene()));
        settle();
        assertThat(themes.themeProperty().get()).isEqualTo(Theme.LIGHT);
        assertThat(label.getTextFill()).isEqualTo(Color.web("#1B2028"));
        doOnFx(() -> themes.choiceProperty().set(ThemeChoice.DARK));
        settle();
        assertThat(label.getTextFill()).isEqualTo(Color.web("#E7EAEE"));
        doOnFx(() -> themes.choiceProperty().set(ThemeChoice.LIGHT));
        settle();
        assertThat(label.getTextFill()).isEqualTo(Color.web("#1B2028"));
        assertThat(Application.getUserAgentStylesheet()).contains("primer-light");
    }

    @Test
    void anOpenMenuCloses() {
        Label label = onFx(() -> new Label("api-server"));
        Stage stage = show(() -> new VBox(label), 200, 100);
        ThemeManager themes = onFx(ThemeManager::new);
        doOnFx(() -> themes.apply(stage.getScene()));
        ContextMenu menu = onFx(() -> new ContextMenu(new MenuItem("Copy address")));
        doOnFx(() -> menu.show(label, Side.BOTTOM, 0, 0));
        doOnFx(() -> themes.choiceProperty().set(ThemeChoice.LIGHT));
        assertThat(onFx(menu::isShowing)).as("nothing changed").isTrue();
        doOnFx(() -> themes.choiceProperty().set(ThemeChoice.DARK));
        assertThat(onFx(menu::isShowing)).isFalse();
        doOnFx(() -> themes.choiceProperty().set(ThemeChoice.LIGHT));
    }

    @Test
    void everyWeightIsAFamilyOfItsOwn() {
        Fonts.load();
        for (String family : new String[]{"Inter", "Inter Medium", "Inter SemiBold", "JetBrains Mono"}) {
            assertThat(Font.font(family, 13).getFamily()).isEqualTo(family);
        }
    }

    @Test
    void textIsSetInTheBundledFonts() {
        Label plain = new Label("Running");
        Label strong = new Label("api-server");
        strong.getStyleClass().add("semibold");
        Label mono = new Label("dbx_1");
        mono.getStyleClass().add("mono");
        Stage stage = show(() -> new VBox(plain, strong, mono), 200, 100);
        doOnFx(() -> new ThemeManager().apply(stage.getScene()));
        settle();
        assertThat(plain.getFont()).isEqualTo(Font.font("Inter", 13));
        assertThat(strong.getFont().getFamily()).isEqualTo("Inter SemiBold");
        assertThat(mono.getFont().getFamily()).isEqualTo("JetBrains Mono");
    }

    @Test
    void theIconIsThereInEverySize() {
        List<Image> icons = WindowIcons.all();
        assertThat(icons).extracting(icon -> (int) icon.getWidth()).containsExactly(16, 24, 32, 48, 64, 128);
        assertThat(icons).noneMatch(Image::isError);
    }
}
