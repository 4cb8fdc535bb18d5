package io.github.devboxtunnels.ui.ports;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.ui.common.Texts;
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

    /** The row of a port; {@code openUnavailable} says why nothing can be opened now, null when it can. */
    static PortRow of(ListedPort port, Devbox devbox, AddressTemplate template, @Nullable String openUnavailable) {
        Tunnel tunnel = devbox.tunnel();
        PortAddress address = PortAddress.of(port, tunnel, devbox.status().ended(), template);
        boolean open = tunnel != null && tunnel.open() && address instanceof PortAddress.Known;
        return new PortRow(port, address, devbox.status().suspended(),
                open ? howToOpen(devbox, openUnavailable) : null);
    }

    private static Open howToOpen(Devbox devbox, @Nullable String openUnavailable) {
        boolean suspended = devbox.status().suspended();
        boolean wakes = suspended && devbox.wakesOnHttp();
        if (openUnavailable != null || devbox.status().running() || wakes) {
            return new Open(wakes, openUnavailable);
        }
        return new Open(false, Texts.of(PortRow.class).get(suspended ? "ports.open.asleep" : "ports.open.moving"));
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
