package io.github.devboxtunnels.api.dto;

import java.time.Instant;

import io.github.devboxtunnels.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * {@code TunnelView}.
 *
 * @param tunnelKey the secret part of its addresses
 * @param authMode a word of an open set
 * @param authToken present when authenticated
 * @param createTimeMs server's clock
 * @param httpKeepAlive whether traffic restarts the idle timer
 * @param wakeOnHttp whether a request resumes the devbox
 */
public record TunnelDto(@Nullable Secret tunnelKey, @Nullable String authMode, @Nullable Secret authToken,
        @Nullable Instant createTimeMs, @Nullable Boolean httpKeepAlive, @Nullable Boolean wakeOnHttp) {
}
