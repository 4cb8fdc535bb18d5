package io.github.devboxtunnels.service;

import java.util.function.Function;

import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.gateway.DevboxReader;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.time.Timeline;

/** Checks a key and opens a session with it. */
public final class Connector {

    private final Function<Connection, RunloopApi> clients;
    private final Function<DevboxReader, Gateways> gateways;
    private final Timeline timeline;

    /**
     * Opens sessions.
     *
     * @param clients makes a client that sends the key to the connection's origin and nowhere else
     * @param gateways makes what serves gateways, when the first one of a session is asked for
     */
    public Connector(Function<Connection, RunloopApi> clients, Function<DevboxReader, Gateways> gateways,
            Timeline timeline) {
        this.clients = clients;
        this.gateways = gateways;
        this.timeline = timeline;
    }

    /**
     * Checks the key by asking whose it is, then starts to watch in the background. Blocks.
     *
     * @throws io.github.devboxtunnels.model.ProblemException when the key is refused or the API cannot be reached
     */
    public Session connect(Connection connection) throws InterruptedException {
        RunloopApi api = clients.apply(connection);
        Account account;
        try {
            account = api.account();
        } catch (RuntimeException | InterruptedException e) {
            api.close();
            throw e;
        }
        DevboxWatcher watcher = new DevboxWatcher(api, timeline);
        watcher.start();
        return new Session(connection, account, watcher, new TunnelService(api, watcher, timeline),
                new LifecycleService(api, watcher),
                new GatewayService(gateways, watcher, connection.addresses(), timeline), api);
    }
}
