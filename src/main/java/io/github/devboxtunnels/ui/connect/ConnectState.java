package io.github.devboxtunnels.ui.connect;

/** What the Connect card is doing. */
public sealed interface ConnectState {

    /** Waiting for a person. */
    record Ready() implements ConnectState {
    }

    /** The key is being checked. */
    record Checking() implements ConnectState {
    }

    /** The sandbox is starting. */
    record StartingSandbox() implements ConnectState {
    }

    /** The last attempt did not succeed; everything typed is still there. */
    record Refused(ConnectTrouble trouble) implements ConnectState {
    }

    /** Whether something is under way that Cancel ends. */
    default boolean busy() {
        return this instanceof Checking || this instanceof StartingSandbox;
    }
}
