package io.github.devboxtunnels.model;

/**
 * A place to connect to and the key for it. The three travel together, so that a key never meets another origin.
 *
 * @param kind where it came from
 * @param origin the API
 * @param addresses how tunnel addresses are made there
 * @param key belongs to {@code origin}
 */
public record Connection(Kind kind, ApiOrigin origin, AddressTemplate addresses, Secret key) {

    /** Where a connection came from. */
    public enum Kind {
        /** A key that was typed or pasted. */
        ENTERED,
        /** {@code RUNLOOP_API_KEY} and its companions. */
        ENVIRONMENT,
        /** The embedded sandbox. */
        SANDBOX
    }

    /**
     * The name settings of this place are kept under: the base URL, or {@code sandbox}, whose port differs at each
     * start.
     */
    public String profile() {
        return kind == Kind.SANDBOX ? "sandbox" : origin.url().toString();
    }
}
