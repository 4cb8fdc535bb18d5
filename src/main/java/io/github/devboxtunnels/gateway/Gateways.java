package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.util.List;

/**
 * The gateways of this application. Costs nothing before the first one starts. Every method may block for a moment and
 * may be called from any thread but the gateway's own.
 */
public interface Gateways extends AutoCloseable {

    /** Gateways on Vert.x, none of which has started. */
    static Gateways of(GatewayOptions options) {
        return new VertxGateways(options);
    }

    /**
     * Starts a gateway and returns when it listens; for a devbox and port that has one already, gives that one.
     *
     * @param listener told what happens, on the gateway's threads; a second start for the same port keeps the first
     * @throws IOException when no port is free on loopback
     * @throws IllegalArgumentException when the devbox has no authenticated tunnel with a token; the message repeats no
     *         input
     * @throws IllegalStateException after {@link #close()}
     */
    RunningGateway start(GatewayTarget target, GatewayListener listener) throws IOException;

    /** Those that have not stopped, oldest first. */
    List<RunningGateway> running();

    /** Stops all of them, within two seconds, and leaves no listener, thread or ticket file behind. */
    @Override
    void close();
}
