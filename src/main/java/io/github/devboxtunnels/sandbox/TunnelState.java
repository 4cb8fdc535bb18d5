package io.github.devboxtunnels.sandbox;

import java.time.Instant;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import org.jspecify.annotations.Nullable;

/**
 * The tunnel of a devbox.
 *
 * @param key secret part of the host name
 * @param token only of an authenticated one
 * @param createdAt true time
 * @param keepAlive whether traffic restarts the idle timer
 * @param wakeOnHttp whether a request wakes the devbox, unless its launch parameters rule otherwise
 */
record TunnelState(Secret key, @Nullable Secret token, Instant createdAt, boolean keepAlive, boolean wakeOnHttp) {

    /** A new tunnel; every one gets a new key, which is a choice of this sandbox since no source says so. */
    static TunnelState create(TunnelSettings settings, Keys keys, Instant now) {
        Secret token = settings.authMode().authenticated() ? keys.tunnelToken() : null;
        return new TunnelState(keys.tunnelKey(), token, now, settings.keepAlive(), settings.wakeOnHttp());
    }

    AuthMode authMode() {
        return token == null ? AuthMode.OPEN : AuthMode.AUTHENTICATED;
    }

    Tunnel look() {
        return new Tunnel(key, authMode(), token, createdAt, keepAlive, wakeOnHttp);
    }
}
