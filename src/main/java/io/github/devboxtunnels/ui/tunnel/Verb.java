package io.github.devboxtunnels.ui.tunnel;

import java.util.Locale;

/** What a person can do on the page of a devbox that needs the connection. */
enum Verb {
    /** Suspend a running devbox. */
    SUSPEND(Right.LIFECYCLE),
    /** Resume a suspended one. */
    RESUME(Right.LIFECYCLE),
    /** Restart the idle timer. */
    RESET(Right.LIFECYCLE),
    /** Enable a tunnel. */
    ENABLE(Right.TUNNELS),
    /** Remove it. */
    REMOVE(Right.TUNNELS),
    /** Open an address in the browser, which needs no right of the key. */
    OPEN(Right.NONE);

    private enum Right {
        LIFECYCLE, TUNNELS, NONE
    }

    private final Right right;

    Verb(Right right) {
        this.right = right;
    }

    /** Whether a key that was refused the other verb will be refused this one. */
    boolean sameRight(Verb other) {
        return right == other.right && right != Right.NONE;
    }

    /** The word of its texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
