package io.github.devboxtunnels.model;

/**
 * Who may use a tunnel.
 *
 * @param kind what it means to us; every word but {@code authenticated} counts as open to anyone
 * @param word the word the API sent
 */
public record AuthMode(Kind kind, String word) {

    /** The two modes, and what a newer API may add. */
    public enum Kind {
        /** Anyone with the address. */
        OPEN,
        /** Callers send a token. */
        AUTHENTICATED,
        /** A word of another API version, shown as open with a warning. */
        UNKNOWN
    }

    /** Anyone with the address. */
    public static final AuthMode OPEN = new AuthMode(Kind.OPEN, "open");
    /** Callers send a token. */
    public static final AuthMode AUTHENTICATED = new AuthMode(Kind.AUTHENTICATED, "authenticated");

    /** Reads the API's word; never fails. */
    public static AuthMode of(String word) {
        return switch (word) {
            case "open" -> OPEN;
            case "authenticated" -> AUTHENTICATED;
            default -> new AuthMode(Kind.UNKNOWN, word);
        };
    }

    /** Whether a token protects it. Anything that is not surely protected is treated as open. */
    public boolean authenticated() {
        return kind == Kind.AUTHENTICATED;
    }
}
