package io.github.devboxtunnels.ui.tunnel;

import java.util.List;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.ListedPort;

/**
 * What the enable dialog ended with.
 *
 * @param devbox with its tunnel
 * @param how where that tunnel came from
 * @param ports those to list, as typed
 */
record EnableResult(Devbox devbox, How how, List<ListedPort> ports) {

    /** Where the tunnel came from. */
    enum How {
        /** It is the one asked for. */
        NEW,
        /** It was there before anything was sent. */
        ALREADY,
        /** Somebody else enabled it in between, with other settings. */
        SOMEBODY_ELSE
    }

    EnableResult {
        ports = List.copyOf(ports);
    }
}
