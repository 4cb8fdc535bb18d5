package io.github.devboxtunnels.ui.ports;

/** Something the ports table says or asks for once. */
public sealed interface PortsEvent {

    /**
     * A row went; a toast says so and offers to undo it.
     *
     * @param text names the row
     */
    record Removed(String text) implements PortsEvent {
    }

    /**
     * No browser took the address of a row; a toast says so and offers to copy it.
     *
     * @param number of the port
     */
    record NotOpened(int number) implements PortsEvent {
    }

    /**
     * The first address of an authenticated tunnel was copied; a toast says what else a caller needs.
     *
     * @param number of the port, which can be opened from here instead
     */
    record NeedsHeader(int number) implements PortsEvent {
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
}
