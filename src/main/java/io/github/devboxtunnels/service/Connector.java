package io.github.devboxtunnels.service;

import java.util.function.Function;

import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.time.Timeline;

/** Checks a key and opens a session with it. */
public final class Connector {

    private final Function<Connection, RunloopApi> clients;
    private final Timeline timeline;

    /** The function makes a client that sends the key to the connection's origin and nowhere else. */
    public Connector(Function<Connection, RunloopApi> clients, Timeline timeline) {
        this.clients = clients;
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
                new LifecycleService(api, watcher), api);
    }
}
