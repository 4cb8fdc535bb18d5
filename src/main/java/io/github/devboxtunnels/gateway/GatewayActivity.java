package io.github.devboxtunnels.gateway;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What keeps a devbox awake through a gateway.
 *
 * @param lastForwarded when a request last went to the tunnel; null when none has
 * @param sockets WebSockets open now
 * @param streams event streams open now
 * @param requests all requests so far, those answered here included
 */
public record GatewayActivity(@Nullable Instant lastForwarded, int sockets, int streams, long requests) {

    /** Whether something is open that may send traffic at any moment. */
    public boolean open() {
        return sockets + streams > 0;
    }
}
