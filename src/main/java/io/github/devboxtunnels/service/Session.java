package io.github.devboxtunnels.service;

import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.Connection;

/**
 * Everything that belongs to one connected account. Closing it stops its gateways, the watcher and the client.
 *
 * @param connection where and with which key
 * @param account whose it is
 * @param devboxes started already
 * @param tunnels enable and remove
 * @param lifecycle suspend and resume
 * @param gateways open authenticated tunnels in a browser
 * @param client what the services speak through; closed with the session, used by nobody else
 */
public record Session(Connection connection, Account account, DevboxWatcher devboxes, TunnelService tunnels,
        LifecycleService lifecycle, GatewayService gateways, RunloopApi client) implements AutoCloseable {

    @Override
    public void close() {
        gateways.close();
        devboxes.close();
        client.close();
    }
}
