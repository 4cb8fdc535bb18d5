package io.github.devboxtunnels.ui.tunnel;

import java.time.Instant;
import java.time.ZoneId;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The tunnel card of the page. */
sealed interface CardState {

    /** The words of the card. */
    Texts TEXTS = Texts.of(CardState.class);

    /**
     * There is none.
     *
     * @param title says so
     * @param sentence what one would bring, or why there cannot be one
     * @param action what the button does; null when there is nothing to do any more
     * @param unavailable why it cannot be done now; null when it can
     * @param note a small line; null without
     * @param promise whether that line is the promise that the tunnel will be private
     */
    record NoTunnel(String title, String sentence, @Nullable String action, @Nullable String unavailable,
            @Nullable String note, boolean promise) implements CardState {
    }

    /**
     * There is one.
     *
     * @param tunnel itself
     * @param warning what the badge says of a mode this version does not know; null for a known one
     * @param since when it was enabled
     * @param access who gets in; null when a token protects it
     * @param lifecycle what happens to the devbox
     * @param removeUnavailable why it cannot be removed now; null when it can
     */
    record On(Tunnel tunnel, @Nullable String warning, String since, @Nullable String access, String lifecycle,
            @Nullable String removeUnavailable) implements CardState {

        /** Whether it is authenticated and the server sent no token. */
        boolean tokenMissing() {
            return !tunnel.open() && tunnel.token() == null;
        }
    }

    /** The card of a devbox. */
    static CardState of(Devbox devbox, VerbGuard guard, Instant now, ZoneId zone) {
        Tunnel tunnel = devbox.tunnel();
        if (devbox.status().ended()) {
            return new NoTunnel(TEXTS.get("tunnel.card.ended"), TEXTS.get("tunnel.card.ended-sentence"), null, null,
                    null, false);
        }
        return tunnel == null ? none(devbox, guard) : on(devbox, tunnel, guard, now, zone);
    }

    private static CardState none(Devbox devbox, VerbGuard guard) {
        if (devbox.status().running()) {
            return new NoTunnel(TEXTS.get("tunnel.card.none"), TEXTS.get("tunnel.card.none-sentence"),
                    TEXTS.get("tunnel.card.enable"), guard.reason(Verb.ENABLE), TEXTS.get("tunnel.card.promise"), true);
        }
        if (devbox.status().suspended()) {
            return new NoTunnel(TEXTS.get("tunnel.card.asleep"), TEXTS.get("tunnel.card.asleep-sentence"),
                    TEXTS.get("tunnel.card.resume-and-enable"), guard.reason(Verb.ENABLE),
                    TEXTS.get("tunnel.card.asleep-note"), false);
        }
        String reason = TEXTS.get("tunnel.card.not-yet-reason", StatusWords.of(devbox.status()));
        return new NoTunnel(TEXTS.get("tunnel.card.none"), TEXTS.get("tunnel.card.not-yet-sentence"),
                TEXTS.get("tunnel.card.enable"), reason, reason, false);
    }

    private static CardState on(Devbox devbox, Tunnel tunnel, VerbGuard guard, Instant now, ZoneId zone) {
        boolean unknown = tunnel.authMode().kind() == AuthMode.Kind.UNKNOWN;
        String warning = unknown ? TEXTS.get("tunnel.card.unknown-mode", tunnel.authMode().word()) : null;
        String access = !tunnel.open()
                ? null
                : unknown
                        ? TEXTS.get("tunnel.card.access-unknown", tunnel.authMode().word())
                        : TEXTS.get("tunnel.card.access-open");
        return new On(tunnel, warning, TEXTS.get("tunnel.card.since", Clocks.moment(tunnel.createdAt(), now, zone)),
                access, LifecycleWords.of(devbox), guard.reason(Verb.REMOVE));
    }
}
