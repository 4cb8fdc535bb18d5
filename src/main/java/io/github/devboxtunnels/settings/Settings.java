package io.github.devboxtunnels.settings;

import java.util.List;
import java.util.Map;

import io.github.devboxtunnels.model.ListedPort;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered between starts. Never a key, a token or an address.
 *
 * @param theme chosen by the user
 * @param window where the window was; null before the first close
 * @param listWidth width of the devbox list in pixels; null for the design's own
 * @param selected id of the devbox looked at last, by profile
 * @param choices what was chosen last in the enable dialog, by profile
 * @param ports ports a person listed, by profile and by name, blueprint or id of the devbox
 * @param clipboardSeconds after how long a secret leaves the clipboard
 */
public record Settings(ThemeChoice theme, @Nullable WindowPlace window, @Nullable Double listWidth,
        Map<String, String> selected, Map<String, TunnelChoices> choices, Map<String, List<ListedPort>> ports,
        int clipboardSeconds) {

    /** At the first start. */
    public static final Settings DEFAULTS = new Settings(ThemeChoice.SYSTEM, null, null, Map.of(), Map.of(), Map.of(),
            30);

    /** Copies the maps. */
    public Settings {
        selected = Map.copyOf(selected);
        choices = Map.copyOf(choices);
        ports = Map.copyOf(ports);
    }

    /** Which theme. */
    public enum ThemeChoice {
        /** As the system says. */
        SYSTEM,
        /** Always light. */
        LIGHT,
        /** Always dark. */
        DARK
    }

    /**
     * Where a window was, in pixels of the screen.
     *
     * @param maximised whether it filled the screen; the rest is then its place before
     */
    public record WindowPlace(double x, double y, double width, double height, boolean maximised) {
    }

    /** The switches of the enable dialog as they were left; the mode is not among them, for Open is never preselected. */
    public record TunnelChoices(boolean keepAlive, boolean wakeOnHttp) {
    }

    /** The same with another theme. */
    public Settings withTheme(ThemeChoice other) {
        return new Settings(other, window, listWidth, selected, choices, ports, clipboardSeconds);
    }
}
