package io.github.devboxtunnels.ui.ports;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.platform.InstalledBrowser;
import io.github.devboxtunnels.service.GatewayStatus;
import io.github.devboxtunnels.ui.gateway.GatewaysViewModel;
import org.jspecify.annotations.Nullable;

/** What can be done with the gateways of the ports listed. Does nothing while no devbox is shown. */
final class PortGateways {

    private final GatewaysViewModel gateways;
    private final Supplier<@Nullable Devbox> devbox;

    /** Of the devbox that is shown when something is asked for. */
    PortGateways(GatewaysViewModel gateways, Supplier<@Nullable Devbox> devbox) {
        this.gateways = gateways;
        this.devbox = devbox;
    }

    /** What runs for a port; null when nothing does. */
    @Nullable
    GatewayStatus of(int port) {
        Devbox now = devbox.get();
        return now == null ? null : gateways.of(now.id(), port);
    }

    /** Opens a port in a browser, the system's own when none was chosen. */
    void open(PortRow row, @Nullable InstalledBrowser browser) {
        if (row.open() != null && row.open().unavailable() == null) {
            withDevbox(id -> gateways.open(id, row.port(), browser));
        }
    }

    /** Opens a port of this devbox, which need not be shown, in the browser of the system. */
    void open(String devboxId, ListedPort port) {
        gateways.open(devboxId, port, null);
    }

    /** Browsers to choose from. */
    List<InstalledBrowser> browsers() {
        return gateways.browsers();
    }

    /** Whether the browser of the system may be Safari, which cannot open these pages. */
    boolean maybeSafari() {
        return gateways.maybeSafari();
    }

    /** Copies the address of a port's gateway. */
    void copyAddress(PortRow row) {
        withDevbox(id -> gateways.copyAddress(id, row.port()));
    }

    /** Lets every program of this computer use a port, or not any more. */
    void toggleLocalPrograms(PortRow row) {
        PortRow.Gateway runs = row.gateway();
        withDevbox(id -> gateways.setLocalPrograms(id, row.port(), runs == null || !runs.localPrograms()));
    }

    /** Has the browser forget what it keeps of a port. */
    void forgetData(PortRow row) {
        GatewayStatus status = of(row.port().number());
        if (status != null) {
            gateways.forgetData(status);
        }
    }

    /** Stops the gateway of a port. */
    void stop(PortRow row) {
        withDevbox(id -> gateways.stop(id, row.port().number()));
    }

    private void withDevbox(Consumer<String> action) {
        Devbox now = devbox.get();
        if (now != null) {
            action.accept(now.id());
        }
    }
}
