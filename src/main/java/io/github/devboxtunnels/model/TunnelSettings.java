package io.github.devboxtunnels.model;

/**
 * The three choices of the enable dialog. All three are always sent, because the server's own default is an open
 * tunnel.
 *
 * @param authMode open or authenticated
 * @param keepAlive whether traffic restarts the idle timer
 * @param wakeOnHttp whether a request resumes a suspended devbox
 */
public record TunnelSettings(AuthMode authMode, boolean keepAlive, boolean wakeOnHttp) {
}
