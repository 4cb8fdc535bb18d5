package io.github.devboxtunnels.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param clipboardSeconds after how long a secret leaves the clipboard; 0 for never
 * @param selected id of the devbox looked at last, by profile
 * @param pinned ids of the devboxes kept on top, by profile
 * @param recent ids of the devboxes looked at, the last one first, by profile
 * @param choices what was chosen last in the enable dialog, by profile
 * @param ports ports a person listed, by profile and by name, blueprint or id of the devbox
 * @param gatewayPorts on which port of this computer a gateway listened last, by its host name
 */
public record Settings(ThemeChoice theme, @Nullable WindowPlace window, @Nullable Double listWidth,
        int clipboardSeconds, Map<String, String> selected, Map<String, List<String>> pinned,
        Map<String, List<String>> recent, Map<String, TunnelChoices> choices, Map<String, List<ListedPort>> ports,
        Map<String, Integer> gatewayPorts) {

    private static final int MOST_GATEWAYS = 200;

    /** At the first start. */
    public static final Settings DEFAULTS = new Settings(ThemeChoice.SYSTEM, null, null, 30, Map.of(), Map.of(),
            Map.of(), Map.of(), Map.of(), Map.of());

    /** Copies the maps; ports keep their order, for the ones written longest ago are forgotten first. */
    public Settings {
        selected = Map.copyOf(selected);
        pinned = Map.copyOf(pinned);
        recent = Map.copyOf(recent);
        choices = Map.copyOf(choices);
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
        gatewayPorts = Collections.unmodifiableMap(new LinkedHashMap<>(gatewayPorts));
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
        return new Settings(other, window, listWidth, clipboardSeconds, selected, pinned, recent, choices, ports,
                gatewayPorts);
    }

    /** The same with another place of the window. */
    public Settings withWindow(WindowPlace other) {
        return new Settings(theme, other, listWidth, clipboardSeconds, selected, pinned, recent, choices, ports,
                gatewayPorts);
    }

    /** The same with another width of the list; null for the design's own. */
    public Settings withListWidth(@Nullable Double other) {
        return new Settings(theme, window, other, clipboardSeconds, selected, pinned, recent, choices, ports,
                gatewayPorts);
    }

    /** The same with another time after which a secret leaves the clipboard; 0 for never. */
    public Settings withClipboardSeconds(int other) {
        return new Settings(theme, window, listWidth, other, selected, pinned, recent, choices, ports, gatewayPorts);
    }

    /** The same with another selected devbox of a profile; null for none. */
    public Settings withSelected(String profile, @Nullable String id) {
        return new Settings(theme, window, listWidth, clipboardSeconds, put(selected, profile, id), pinned, recent,
                choices, ports, gatewayPorts);
    }

    /** The same with other pinned devboxes of a profile. */
    public Settings withPinned(String profile, List<String> ids) {
        return new Settings(theme, window, listWidth, clipboardSeconds, selected, put(pinned, profile, orNull(ids)),
                recent, choices, ports, gatewayPorts);
    }

    /** The same with other recent devboxes of a profile. */
    public Settings withRecent(String profile, List<String> ids) {
        return new Settings(theme, window, listWidth, clipboardSeconds, selected, pinned,
                put(recent, profile, orNull(ids)), choices, ports, gatewayPorts);
    }

    /** The same with other last choices of a profile. */
    public Settings withChoices(String profile, TunnelChoices other) {
        return new Settings(theme, window, listWidth, clipboardSeconds, selected, pinned, recent,
                put(choices, profile, other), ports, gatewayPorts);
    }

    /** The same with other ports under a name of the caller's making; an empty list is forgotten. */
    public Settings withPorts(String owner, List<ListedPort> other) {
        return withPorts(put(ports, owner, orNull(other)));
    }

    /** The same with other ports, by keys of the caller's making. */
    public Settings withPorts(Map<String, List<ListedPort>> other) {
        return new Settings(theme, window, listWidth, clipboardSeconds, selected, pinned, recent, choices, other,
                gatewayPorts);
    }

    /** The same with another port of a gateway; of many the ones used last are kept. */
    public Settings withGatewayPort(String hostName, int port) {
        Map<String, Integer> next = new LinkedHashMap<>(gatewayPorts);
        next.remove(hostName);
        next.put(hostName, port);
        while (next.size() > MOST_GATEWAYS) {
            next.remove(next.keySet().iterator().next());
        }
        return new Settings(theme, window, listWidth, clipboardSeconds, selected, pinned, recent, choices, ports, next);
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : List.copyOf(list);
    }

    private static <V> Map<String, V> put(Map<String, V> map, String key, @Nullable V value) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        if (value == null) {
            copy.remove(key);
        } else {
            copy.put(key, value);
        }
        return copy;
    }
}
