package io.github.devboxtunnels.testing;

import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.service.DevboxWatcher;
import io.github.devboxtunnels.service.GatewayService;
import io.github.devboxtunnels.service.LifecycleService;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.service.TunnelService;
import io.github.devboxtunnels.time.Timeline;

/** Sessions of the real services on any API; the watcher reads nothing until a test starts it. */
public final class Sessions {

    private Sessions() {
    }

    /** A session with a typed key of the production API. */
    public static Session of(RunloopApi api, Timeline timeline) {
        return of(api, timeline, new FakeGateways());
    }

    /** The same with gateways of the test. */
    public static Session of(RunloopApi api, Timeline timeline, Gateways gateways) {
        DevboxWatcher watcher = new DevboxWatcher(api, timeline);
        Connection connection = new Connection(Connection.Kind.ENTERED, ApiOrigin.RUNLOOP,
                AddressTemplate.derive(ApiOrigin.RUNLOOP), Secret.of("ak_test_planted"));
        return new Session(connection, new Account("acc_1", "Acme", Account.Standing.ENABLED, "ENABLED"), watcher,
                new TunnelService(api, watcher, timeline), new LifecycleService(api, watcher),
                new GatewayService(_ -> gateways, watcher, connection.addresses(), timeline), api);
    }
}
