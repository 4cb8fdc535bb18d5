package io.github.devboxtunnels.testing;

import javafx.scene.Parent;

import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.ui.theme.ThemeManager;

/** Dresses what a test shows, before its first frame. */
public final class ThemedScenes {

    private ThemedScenes() {
    }

    /** The same root, dressed in a theme as soon as it is in a scene. */
    public static <T extends Parent> T dress(T root, ThemeChoice choice) {
        ThemeManager themes = new ThemeManager();
        themes.choiceProperty().set(choice);
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                themes.apply(scene);
            }
        });
        return root;
    }
}
