package io.github.devboxtunnels.api.dto;

/**
 * {@code TunnelConfig}, the body of {@code enable_tunnel}. All three are always sent.
 *
 * @param authMode {@code open} or {@code authenticated}
 * @param httpKeepAlive whether traffic restarts the idle timer
 * @param wakeOnHttp whether a request resumes the devbox
 */
public record TunnelConfigDto(String authMode, boolean httpKeepAlive, boolean wakeOnHttp) {
}
