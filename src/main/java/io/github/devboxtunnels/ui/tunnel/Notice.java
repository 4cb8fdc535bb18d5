package io.github.devboxtunnels.ui.tunnel;

import io.github.devboxtunnels.model.Tunnel;

/**
 * What has to be said about the tunnel shown, as long as it is that tunnel.
 *
 * @param about the tunnel
 * @param warning whether it is not what was asked for
 * @param lead in bold
 * @param text after it
 */
record Notice(Tunnel about, boolean warning, String lead, String text) {
}
