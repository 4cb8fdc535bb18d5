package io.github.devboxtunnels.ui.ports;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.service.GatewayStatus;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ports table.
 *
 * @param port as listed
 * @param address where it is reached
 * @param asleep whether the devbox is suspended
 * @param open how it opens in a browser; null when a browser cannot get in
 * @param gateway its gateway; null when none runs
 */
record PortRow(ListedPort port, PortAddress address, boolean asleep, @Nullable Open open, @Nullable Gateway gateway) {

    /**
     * How an address opens in a browser.
     *
     * @param wakes whether that wakes the devbox
     * @param unavailable why not now; null when it can
     * @param gateway whether through a gateway, because a token is needed
     */
    record Open(boolean wakes, @Nullable String unavailable, boolean gateway) {
    }

    /**
     * The gateway of a port, as far as its row shows it.
     *
     * @param address of the gateway
     * @param localPrograms whether every program of this computer may use it
     */
    record Gateway(String address, boolean localPrograms) {

        static @Nullable Gateway of(@Nullable GatewayStatus status) {
            return status == null ? null : new Gateway(status.origin().toString(), status.localPrograms());
        }
    }

    /**
     * The row of a port.
     *
     * @param openUnavailable why nothing can be opened now; null when it can
     * @param gateway of this port; null when none runs
     */
    static PortRow of(ListedPort port, Devbox devbox, AddressTemplate template, @Nullable String openUnavailable,
            @Nullable Gateway gateway) {
        Tunnel tunnel = devbox.tunnel();
        PortAddress address = PortAddress.of(port, tunnel, devbox.status().ended(), template);
        Open how = tunnel != null && (tunnel.open() || tunnel.token() != null) && address instanceof PortAddress.Known
                ? howToOpen(devbox, openUnavailable, !tunnel.open())
                : null;
        return new PortRow(port, address, devbox.status().suspended(), how, gateway);
    }

    private static Open howToOpen(Devbox devbox, @Nullable String openUnavailable, boolean gateway) {
        boolean wakes = devbox.status().suspended() && devbox.wakesOnHttp();
        if (openUnavailable != null || devbox.status().running() || wakes) {
            return new Open(wakes, openUnavailable, gateway);
        }
        return new Open(false, Texts.of(PortRow.class).get(whyNot(devbox.status())), gateway);
    }

    private static String whyNot(DevboxStatus status) {
        return switch (status.kind()) {
            case SUSPENDED -> "ports.open.asleep";
            case SUSPENDING -> "ports.open.suspending";
            default -> "ports.open.moving";
        };
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
