package io.github.devboxtunnels.ui.gateway;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.github.devboxtunnels.service.GatewayCall;
import io.github.devboxtunnels.ui.common.Texts;

/**
 * A line of the list of requests.
 *
 * @param call what it is
 * @param time when it arrived, to the millisecond
 * @param status in digits, or in a word while there is none
 * @param took how long it took; empty while it goes on
 * @param size how much came back, or that it is open
 */
record RequestRow(GatewayCall call, String time, String status, String took, String size) {

    private static final Texts TEXTS = Texts.of(RequestRow.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);

    /** How grave a status is. */
    enum Tone {
        /** 1xx to 3xx, or none yet. */
        PLAIN,
        /** 4xx. */
        WARNING,
        /** 5xx, or cut off. */
        DANGER
    }

    static RequestRow of(GatewayCall call, ZoneId zone) {
        Duration took = call.took();
        String status = call.status() > 0
                ? GatewayWords.number(call.status())
                : TEXTS.get(took == null ? "gateway.requests.waiting" : "gateway.requests.cut");
        boolean open = took == null && call.status() > 0 && call.kind() != GatewayCall.Kind.PLAIN;
        return new RequestRow(call, TIME.format(call.at().atZone(zone)), status,
                took == null ? "" : GatewayWords.took(took),
                open ? TEXTS.get("gateway.requests.open") : GatewayWords.size(call.bytes()));
    }

    /** Whether it is the same request, at whatever stage. */
    boolean same(RequestRow other) {
        return call.port() == other.call.port() && call.number() == other.call.number()
                && call.at().equals(other.call.at());
    }

    Tone tone() {
        if (call.status() >= 500 || (call.status() == 0 && call.took() != null)) {
            return Tone.DANGER;
        }
        return call.status() >= 400 ? Tone.WARNING : Tone.PLAIN;
    }

    /** What a screen reader says, and the tooltip. */
    String spoken() {
        String line = TEXTS.get("gateway.requests.spoken" + stage(), call.method(), call.path(), status, time, took,
                size, GatewayWords.number(call.port()));
        return call.forwarded() ? line : TEXTS.get("gateway.requests.spoken-here", line);
    }

    private String stage() {
        boolean answered = call.status() > 0;
        if (call.took() != null) {
            return answered ? "" : "-cut";
        }
        if (!answered) {
            return "-waiting";
        }
        return call.kind() == GatewayCall.Kind.PLAIN ? "-going-on" : "-open";
    }
}
