package io.github.devboxtunnels.ui.ports;

import java.net.URI;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The address of a port, or why it has none. Prints nothing of it, for the key in it is a secret. */
sealed interface PortAddress {

    /**
     * There is none.
     *
     * @param reason in words
     */
    record Missing(String reason) implements PortAddress {
    }

    /**
     * There is one.
     *
     * @param main port and key, the part that matters
     * @param before scheme and slashes
     * @param domain what follows the key
     * @param path as the server gets it
     * @param caution what is odd about it; null when nothing is
     */
    record Known(Secret main, String before, String domain, String path,
            @Nullable String caution) implements PortAddress {

        /** The whole of it. */
        URI uri() {
            return URI.create(before + main.reveal() + domain + path);
        }
    }

    /** The address of a port of a tunnel. */
    static PortAddress of(ListedPort port, @Nullable Tunnel tunnel, boolean ended, AddressTemplate template) {
        Texts texts = Texts.of(PortAddress.class);
        if (ended) {
            return new Missing(texts.get("ports.address.ended"));
        }
        if (tunnel == null) {
            return new Missing(texts.get("ports.address.no-tunnel"));
        }
        if (!template.fits(tunnel.key(), port.number())) {
            return new Missing(texts.get("ports.address.unfit"));
        }
        String whole = template.address(tunnel.key(), port.number(), port.path()).toString();
        int start = whole.indexOf("://") + 3;
        int dot = whole.indexOf('.', start);
        int slash = whole.indexOf('/', dot);
        String main = whole.substring(start, dot);
        return new Known(Secret.of(main), whole.substring(0, start), whole.substring(dot, slash),
                whole.substring(slash), main.indexOf('_') == -1 ? null : texts.get("ports.address.underscore"));
    }
}
