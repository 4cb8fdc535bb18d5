package io.github.devboxtunnels.ui.ports;

import java.net.URI;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The port that verbs and snippets outside the table are about: the selected one, else the first. There is none while
 * that has no address.
 */
public final class ChosenPort {

    private static final Texts TEXTS = Texts.of(ChosenPort.class);

    private final PortsViewModel ports;

    ChosenPort(PortsViewModel ports) {
        this.ports = ports;
    }

    /** The port; null for none. */
    public @Nullable ListedPort port() {
        PortRow row = row();
        return row == null ? null : row.port();
    }

    /** Its address; null for none. */
    public @Nullable URI address() {
        PortRow row = row();
        return row != null && row.address() instanceof PortAddress.Known known ? known.uri() : null;
    }

    /** Opens it in the browser, if a browser can get in now. */
    public void open() {
        PortRow row = row();
        if (row != null) {
            ports.open(row);
        }
    }

    /** Why that cannot be done now; null when it can. */
    public @Nullable String whyNotOpen() {
        PortRow row = row();
        if (row == null) {
            return TEXTS.get("ports.open.none");
        }
        PortRow.Open how = row.open();
        return how == null ? TEXTS.get("ports.menu.no-token") : how.unavailable();
    }

    private @Nullable PortRow row() {
        ListedPort selected = ports.selectedProperty().get();
        return ports.rows().stream().filter(row -> row.port().equals(selected)).findFirst()
                .or(() -> ports.rows().stream().findFirst()).filter(PortRow::copyable).orElse(null);
    }
}
