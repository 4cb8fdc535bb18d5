package io.github.devboxtunnels.ui.theme;

import java.util.ArrayList;
import java.util.List;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import io.github.devboxtunnels.settings.Settings.ThemeChoice;

/** Dresses scenes in the theme the user chose, or in the system's while the choice is left to it. */
public final class ThemeManager {

    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
    private final List<Scene> scenes = new ArrayList<>();

    /** Begins with the system's theme. */
    public ThemeManager() {
        ObjectBinding<Theme> wanted = Bindings.createObjectBinding(this::wanted, choice,
                Platform.getPreferences().colorSchemeProperty());
        theme.bind(wanted);
        theme.subscribe(this::dressAll);
    }

    /** What the user chose. */
    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** The theme shown now. */
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** Gives all controls their base; if it comes after the first one, JavaFX has read one of its own by then. */
    public void applyBase() {
        applyBase(theme.get());
    }

    /** Gives a scene fonts and stylesheets, now and at every change of the theme. */
    public void apply(Scene scene) {
        Fonts.load();
        scenes.add(scene);
        dressAll(theme.get());
    }

    private Theme wanted() {
        return switch (choice.get()) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case SYSTEM ->
                Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
        };
    }

    private void dressAll(Theme shown) {
        if (scenes.isEmpty()) {
            return;
        }
        applyBase(shown);
        List<String> sheets = Sheets.of(shown);
        for (Scene scene : scenes) {
            if (!scene.getStylesheets().equals(sheets)) {
                closePopups();
                scene.getStylesheets().setAll(sheets);
            }
        }
    }

    private static void applyBase(Theme shown) {
        String base = shown.userAgentSheet();
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
    }

    /** JavaFX leaves a menu or tooltip that is open half in the old theme. */
    private static void closePopups() {
        Window.getWindows().stream().filter(PopupWindow.class::isInstance).toList().forEach(Window::hide);
    }
}
