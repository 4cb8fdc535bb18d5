package io.github.devboxtunnels.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The environment for programs that are started. */
final class ChildEnvironment {

    /** Variables that carry keys or tokens, or point at another place to send them: no child needs them. */
    private static final List<String> OURS = List.of("RUNLOOP_", "DEVBOX_TUNNELS_", "TUNNEL_TOKEN");

    /** Names the variables that the launcher set for this process alone. */
    private static final String SET_BY_LAUNCHER = "DEVBOX_TUNNELS_SET";

    private ChildEnvironment() {
    }

    /** The same without what is ours. */
    static Map<String, String> of(Map<String, String> environment) {
        Map<String, String> result = new TreeMap<>(environment);
        for (String ours : environment.getOrDefault(SET_BY_LAUNCHER, "").split(" ", -1)) {
            result.remove(ours);
        }
        result.keySet().removeIf(ChildEnvironment::ours);
        return result;
    }

    private static boolean ours(String variable) {
        String upper = variable.toUpperCase(Locale.ROOT);
        return OURS.stream().anyMatch(upper::startsWith);
    }
}
