package io.github.devboxtunnels.ui.ports;

/** Something the ports table says or asks for once. */
sealed interface PortsEvent {

    /**
     * A row went; a toast says so and offers to undo it.
     *
     * @param text names the row
     * @param what went, to bring it back
     */
    record Removed(String text, RemovedPort what) implements PortsEvent {
    }

    /**
     * No browser took the address of a row; a toast says so and offers to copy it.
     *
     * @param devboxId whose row, for another one may be shown when the offer is taken
     */
    record NotOpened(String devboxId, PortRow row) implements PortsEvent {
    }

    /**
     * The first address of an authenticated tunnel was copied; a toast says what else a caller needs, and offers to open
     * the row from here instead.
     *
     * @param devboxId whose row, for another one may be shown when the offer is taken
     */
    record NeedsHeader(String devboxId, PortRow row) implements PortsEvent {
    }

    /** Something was done that the table does not show; a toast says so. */
    record Said(String text) implements PortsEvent {
    }

    /** The requests through a gateway want to be seen. */
    record ShowRequests() implements PortsEvent {
    }

    /** A row is listed already: it is shown by a short flash. */
    record Flash(int number) implements PortsEvent {
    }

    /** A row wants the focus. */
    record Focus(int number) implements PortsEvent {
    }

    /** What adds a row wants the focus, for the row that had it is gone. */
    record FocusAdd() implements PortsEvent {
    }
}
