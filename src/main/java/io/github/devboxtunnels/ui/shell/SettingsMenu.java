package io.github.devboxtunnels.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.ChoiceRow;
import io.github.devboxtunnels.ui.controls.Menus;

/** The menu behind the gear: theme, and when a copied secret leaves the clipboard. */
final class SettingsMenu {

    private static final Texts TEXTS = Texts.of(SettingsMenu.class);

    private SettingsMenu() {
    }

    static ContextMenu of(Preferences preferences) {
        List<MenuItem> items = new ArrayList<>();
        ToggleGroup themes = new ToggleGroup();
        ToggleGroup times = new ToggleGroup();
        items.add(Menus.title(TEXTS.get("shell.settings.theme")));
        for (ThemeChoice choice : ThemeChoice.values()) {
            items.add(new ChoiceRow(TEXTS.get("shell.settings.theme." + choice.name().toLowerCase(Locale.ROOT)), themes,
                    preferences.themeProperty().get() == choice, () -> preferences.themeProperty().set(choice)));
        }
        items.add(new SeparatorMenuItem());
        items.add(Menus.title(TEXTS.get("shell.settings.clipboard")));
        for (int seconds : Preferences.CLIPBOARD_SECONDS) {
            String words = seconds == 0
                    ? TEXTS.get("shell.settings.clipboard.never")
                    : TEXTS.get("shell.settings.clipboard.seconds", Integer.toString(seconds));
            items.add(new ChoiceRow(words, times, preferences.clipboardSecondsProperty().get() == seconds,
                    () -> preferences.clipboardSecondsProperty().set(seconds)));
        }
        return Menus.of(items.toArray(MenuItem[]::new));
    }
}
