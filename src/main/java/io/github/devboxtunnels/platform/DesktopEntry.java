package io.github.devboxtunnels.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A {@code .desktop} file, as far as it says how a browser is started (Desktop Entry Specification 1.5: groups, the
 * quoting of {@code Exec} and its field codes).
 */
record DesktopEntry(Map<String, String> values) {

    private static final String GROUP = "[Desktop Entry]";

    static DesktopEntry parse(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        boolean inside = false;
        for (String line : lines) {
            String text = line.strip();
            int equals = text.indexOf('=');
            if (text.startsWith("[")) {
                inside = text.equals(GROUP);
            } else if (inside && equals > 0 && !text.startsWith("#")) {
                values.putIfAbsent(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
            }
        }
        return new DesktopEntry(Map.copyOf(values));
    }

    /**
     * The browser it starts; null when it is none, or is not to be shown.
     *
     * @param there whether a program exists, by the word that would start it
     */
    @Nullable
    InstalledBrowser browser(Predicate<String> there) {
        List<String> categories = List.of(value("Categories").split(";"));
        String name = value("Name");
        String needs = value("TryExec");
        boolean shown = value("Type").equals("Application") && categories.contains("WebBrowser")
                && !value("NoDisplay").equals("true") && !value("Hidden").equals("true") && !name.isEmpty();
        List<String> command = shown ? command() : List.of();
        boolean exists = !command.isEmpty() && there.test(command.getFirst())
                && (needs.isEmpty() || there.test(needs));
        return exists ? new InstalledBrowser(name, command) : null;
    }

    private String value(String key) {
        return values.getOrDefault(key, "");
    }

    /** The words of {@code Exec} with the page in place of its field code; empty when it takes none. */
    private List<String> command() {
        List<String> words = new ArrayList<>();
        boolean page = false;
        for (String word : words(value("Exec").replace("\\\\", "\\"))) {
            switch (word) {
                case "%u", "%U", "%f", "%F" -> {
                    words.add(InstalledBrowser.PAGE);
                    page = true;
                }
                case "%i", "%c", "%k", "%d", "%D", "%n", "%N", "%v", "%m" -> {
                }
                default -> words.add(word.replace("%%", "%"));
            }
        }
        return page ? words : List.of();
    }

    private static List<String> words(String exec) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < exec.length(); i++) {
            char c = exec.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (quoted && c == '\\' && i + 1 < exec.length()) {
                i++;
                word.append(exec.charAt(i));
            } else if (c == ' ' && !quoted) {
                if (any) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }
}
