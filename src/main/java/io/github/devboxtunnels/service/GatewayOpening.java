package io.github.devboxtunnels.service;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** How the start of a gateway ended. */
public sealed interface GatewayOpening {

    /**
     * It runs.
     *
     * @param address of the page that was asked for; carries no secret
     * @param page the file a browser is let in with; null when none was asked for
     */
    record Ready(URI address, @Nullable Path page) implements GatewayOpening {
    }

    /** It does not. */
    record Impossible(Reason why) implements GatewayOpening {
    }

    /** Why a gateway cannot be used. */
    enum Reason {
        /** The devbox has no tunnel any more, or has ended. */
        NO_TUNNEL,
        /** Its tunnel is open to anyone by now, or the server sent no token: there is nothing to add. */
        NO_TOKEN,
        /** This computer gave no port on loopback, or the secret of this installation could not be kept. */
        NO_LISTENER,
        /** The file a browser is let in with could not be written. */
        NO_PAGE
    }
}
