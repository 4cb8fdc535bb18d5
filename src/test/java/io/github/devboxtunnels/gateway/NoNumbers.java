package io.github.devboxtunnels.gateway;

import java.util.OptionalInt;

/** Remembers no port. */
final class NoNumbers implements PortNumbers {

    @Override
    public OptionalInt last(String hostName) {
        return OptionalInt.empty();
    }

    @Override
    public void remember(String hostName, int port) {
        // Every test has its own.
    }
}
