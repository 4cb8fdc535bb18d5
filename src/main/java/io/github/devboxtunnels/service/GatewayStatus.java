package io.github.devboxtunnels.service;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A gateway at one moment.
 *
 * @param devboxId where it leads
 * @param port of the service in the devbox
 * @param origin its own address, which carries no secret
 * @param refused whether the tunnel refuses the token that the API names
 * @param localPrograms whether every program of this computer may use it
 * @param lastForwarded when a request last went to the tunnel; null when none has
 * @param open whether a WebSocket or an event stream is open
 * @param requests all requests so far
 */
public record GatewayStatus(String devboxId, int port, URI origin, boolean refused, boolean localPrograms,
        @Nullable Instant lastForwarded, boolean open, long requests) {
}
