package io.github.devboxtunnels.ui.gateway;

import java.time.Duration;
import java.time.Instant;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.EffectiveLifecycle;
import io.github.devboxtunnels.service.GatewayStatus;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that runs, with the devbox it leads to.
 *
 * @param status of the gateway
 * @param devbox as the list knows it; null when it does not
 */
public record GatewayRow(GatewayStatus status, @Nullable Devbox devbox) {

    /** A page that asked within this time is taken to be open. */
    private static final Duration LATELY = Duration.ofMinutes(1);

    /** Whether it is that of a port. */
    public boolean of(String devboxId, int port) {
        return status.port() == port && status.devboxId().equals(devboxId);
    }

    /** Whether a page uses the devbox now. */
    boolean used(Instant now) {
        Instant last = status.lastForwarded();
        return running() && (status.open() || (last != null && Duration.between(last, now).compareTo(LATELY) < 0));
    }

    /** Whether a page keeps the devbox awake now, and with that billed. */
    boolean keepsAwake(Instant now) {
        Devbox known = devbox;
        return known != null && used(now) && EffectiveLifecycle.of(known).trafficKeepsAwake();
    }

    /** Whether the devbox runs, so that requests go to it. */
    boolean running() {
        Devbox known = devbox;
        return known != null && known.status().running();
    }

    /** What the devbox is called. */
    String label() {
        Devbox known = devbox;
        return known == null ? status.devboxId() : known.label();
    }
}
