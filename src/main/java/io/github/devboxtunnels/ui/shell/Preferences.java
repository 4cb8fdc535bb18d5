package io.github.devboxtunnels.ui.shell;

import java.util.List;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.settings.SettingsStore;

/** The choices of the settings menu, remembered as they change. */
public final class Preferences {

    /** After how many seconds a secret can leave the clipboard; 0 is never. */
    public static final List<Integer> CLIPBOARD_SECONDS = List.of(15, 30, 60, 0);

    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>();
    private final IntegerProperty clipboardSeconds = new SimpleIntegerProperty();

    /** Begins with what is remembered. */
    public Preferences(SettingsStore settings) {
        theme.set(settings.current().theme());
        clipboardSeconds.set(settings.current().clipboardSeconds());
        theme.addListener((property, was, is) -> settings.update(now -> now.withTheme(is)));
        clipboardSeconds
                .addListener((property, was, is) -> settings.update(now -> now.withClipboardSeconds(is.intValue())));
    }

    /** Light, dark, or as the system. */
    public ObjectProperty<ThemeChoice> themeProperty() {
        return theme;
    }

    /** After how many seconds a secret leaves the clipboard; 0 for never. */
    public IntegerProperty clipboardSecondsProperty() {
        return clipboardSeconds;
    }
}
