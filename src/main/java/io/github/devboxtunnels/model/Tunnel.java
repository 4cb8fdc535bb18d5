package io.github.devboxtunnels.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The tunnel of a devbox, which serves every port of it.
 *
 * @param key the secret part of every address
 * @param authMode who may use it
 * @param token the token callers send; absent for open tunnels, and in broken answers for authenticated ones
 * @param createdAt by the server's clock
 * @param keepAlive whether traffic restarts the idle timer
 * @param wakeOnHttp whether a request resumes a suspended devbox, unless the devbox rules otherwise
 */
public record Tunnel(Secret key, AuthMode authMode, @Nullable Secret token, Instant createdAt, boolean keepAlive,
        boolean wakeOnHttp) {

    /** Name of the header that carries the token; {@code Authorization} stays free for the service behind. */
    public static final String TOKEN_HEADER = "X-Runloop-Tunnel-Authorization";

    /** What it was asked to be. */
    public TunnelSettings settings() {
        return new TunnelSettings(authMode, keepAlive, wakeOnHttp);
    }

    /** Whether anyone with the address gets in. */
    public boolean open() {
        return !authMode.authenticated();
    }
}
