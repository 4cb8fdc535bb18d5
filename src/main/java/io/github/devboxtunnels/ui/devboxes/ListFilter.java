package io.github.devboxtunnels.ui.devboxes;

/** The chips above the list. */
public enum ListFilter {
    /** Every devbox that lives, or ended in view. */
    ALL,
    /** Running now. */
    RUNNING,
    /** Asleep. */
    SUSPENDED,
    /** With a tunnel of any kind. */
    WITH_TUNNEL,
    /** With a tunnel that anyone may use. */
    OPEN;

    boolean accepts(DevboxRow row) {
        return switch (this) {
            case ALL -> true;
            case RUNNING -> row.devbox().status().running();
            case SUSPENDED -> row.devbox().status().suspended();
            case WITH_TUNNEL -> row.access() != DevboxRow.Access.NONE;
            case OPEN -> row.access() == DevboxRow.Access.OPEN;
        };
    }
}
