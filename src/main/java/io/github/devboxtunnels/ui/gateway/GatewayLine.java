package io.github.devboxtunnels.ui.gateway;

import java.time.Instant;

import io.github.devboxtunnels.service.GatewayStatus;
import io.github.devboxtunnels.ui.common.Texts;

/**
 * A gateway as the tunnel card shows it.
 *
 * @param port of the service in the devbox
 * @param address of the gateway
 * @param access who may use it
 * @param everyone whether that is every program of this computer
 * @param activity what goes through it
 * @param awake whether that keeps the devbox awake
 * @param trouble whether nothing can go through it now
 */
record GatewayLine(int port, String address, String access, boolean everyone, String activity, boolean awake,
        boolean trouble) {

    private static final Texts TEXTS = Texts.of(GatewayLine.class);

    static GatewayLine of(GatewayRow row, Instant now) {
        GatewayStatus status = row.status();
        boolean everyone = status.localPrograms();
        String origin = status.origin().toString();
        String address = origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
        return new GatewayLine(status.port(), address, TEXTS.get(everyone ? "gateway.everyone" : "gateway.private"),
                everyone, activity(row, now), row.keepsAwake(now), status.refused());
    }

    private static String activity(GatewayRow row, Instant now) {
        GatewayStatus status = row.status();
        if (status.refused()) {
            return TEXTS.get("gateway.line.refused");
        }
        if (!row.running()) {
            return TEXTS.get("gateway.line.not-running");
        }
        Instant last = status.lastForwarded();
        if (last == null) {
            return TEXTS.get("gateway.line.none");
        }
        String ago = GatewayWords.ago(last, now);
        return TEXTS.get(row.keepsAwake(now)
                ? "gateway.line.awake"
                : row.used(now) ? "gateway.line.used" : "gateway.line.last", ago);
    }
}
