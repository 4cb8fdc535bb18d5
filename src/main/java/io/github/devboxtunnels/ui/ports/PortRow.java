package io.github.devboxtunnels.ui.ports;

import io.github.devboxtunnels.model.ListedPort;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ports table.
 *
 * @param port as listed
 * @param address where it is reached
 * @param asleep whether the devbox is suspended
 * @param open how it opens in a browser; null when a browser cannot get in
 */
record PortRow(ListedPort port, PortAddress address, boolean asleep, @Nullable Open open) {

    /**
     * How an address opens in a browser.
     *
     * @param wakes whether that wakes the devbox
     * @param unavailable why not now; null when it can
     */
    record Open(boolean wakes, @Nullable String unavailable) {
    }

    /** Whether there is something to copy. */
    boolean copyable() {
        return address instanceof PortAddress.Known;
    }

    /** Why there is nothing to copy; null when there is. */
    @Nullable
    String whyNot() {
        return address instanceof PortAddress.Missing(String reason) ? reason : null;
    }
}
