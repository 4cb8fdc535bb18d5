package io.github.devboxtunnels.platform;

import org.jspecify.annotations.Nullable;

/**
 * What a second start asks of the first: to come to the front, and perhaps to show something.
 *
 * @param sandbox whether the sandbox is asked for
 * @param devbox id of the devbox to select; null for none
 */
public record Summons(boolean sandbox, @Nullable String devbox) {

    /** The window alone. */
    public static final Summons PLAIN = new Summons(false, null);

    private static final String SANDBOX = "sandbox";
    private static final String DEVBOX = "devbox ";
    private static final int LONGEST_ID = 128;

    /** Checks the id. */
    public Summons {
        if (devbox != null && !isId(devbox)) {
            throw new IllegalArgumentException("not the id of a devbox");
        }
    }

    /** Whether a text may be the id of a devbox: letters, digits, dash and underscore. */
    public static boolean isId(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_ID && text.chars()
                .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'));
    }

    /** One line for the socket. */
    String line() {
        return (sandbox ? SANDBOX : "") + '\t' + (devbox == null ? "" : DEVBOX + devbox);
    }

    /** Reads such a line; what it does not understand asks for the window alone. */
    static Summons parse(String line) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            return PLAIN;
        }
        String rest = line.substring(tab + 1);
        String id = rest.startsWith(DEVBOX) ? rest.substring(DEVBOX.length()) : "";
        return new Summons(line.substring(0, tab).equals(SANDBOX), isId(id) ? id : null);
    }
}
