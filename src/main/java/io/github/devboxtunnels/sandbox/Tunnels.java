package io.github.devboxtunnels.sandbox;

import io.github.devboxtunnels.model.TunnelSettings;

/** Gives and takes tunnels, and writes both into the ledger. Called with the fleet locked. */
final class Tunnels {

    private final Fleet fleet;
    private final ServerClock clock;
    private final Keys keys;
    private final Ledger ledger;

    Tunnels(Fleet fleet, ServerClock clock, Keys keys, Ledger ledger) {
        this.fleet = fleet;
        this.clock = clock;
        this.keys = keys;
        this.ledger = ledger;
    }

    TunnelState enable(DevboxState devbox, TunnelSettings settings) {
        if (devbox.tunnel() != null) {
            throw ApiException.badRequest("Devbox already has a tunnel configured");
        }
        TunnelState made = TunnelState.create(settings, keys, clock.now());
        fleet.tunnel(devbox, made);
        ledger.enabled(clock.now(), devbox.id(), made.look());
        return made;
    }

    void remove(DevboxState devbox) {
        TunnelState last = devbox.tunnel();
        if (last != null) {
            fleet.tunnel(devbox, null);
            ledger.removed(clock.now(), devbox.id(), last.look());
        }
    }
}
