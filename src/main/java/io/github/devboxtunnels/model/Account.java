package io.github.devboxtunnels.model;

import org.jspecify.annotations.Nullable;

/**
 * Whose key it is.
 *
 * @param id opaque; null when the key may not read the account
 * @param name shown to the user; null when the key may not read the account
 * @param standing whether the account may work
 * @param standingWord the API's own word for it
 */
public record Account(@Nullable String id, @Nullable String name, Standing standing, String standingWord) {

    /** A restricted key that may list devboxes but not read the account. */
    public static final Account UNREADABLE = new Account(null, null, Standing.ENABLED, "");

    /** Whether the account may work. */
    public enum Standing {
        /** It may. */
        ENABLED,
        /** Switched off by an administrator or by billing. */
        DISABLED,
        /** Its quota is used up. */
        QUOTA_REACHED
    }
}
