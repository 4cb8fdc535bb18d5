package io.github.devboxtunnels.ui.tunnel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The header of the page.
 *
 * @param status for the glyph
 * @param name shown big; the id of an unnamed devbox
 * @param named whether the id is shown beside it
 * @param id for the clipboard
 * @param details how long, blueprint
 * @param metadata words a person put there, in order; empty without
 * @param verb what the button does
 * @param busy whether it is being done
 * @param unavailable why it cannot be done; null when it can
 * @param resetUnavailable why the idle timer cannot be restarted; null when it can
 */
record HeaderState(DevboxStatus status, String name, boolean named, String id, String details, String metadata,
        Verb verb, boolean busy, @Nullable String unavailable, @Nullable String resetUnavailable) {

    private static final Texts TEXTS = Texts.of(HeaderState.class);

    /** How much of the id a small window shows. */
    private static final int SHORT_ID = 12;

    /** The header of a devbox; {@code running} is what was asked of it and is not answered yet. */
    static HeaderState of(Devbox devbox, @Nullable Verb running, VerbGuard guard, Instant now) {
        boolean wakes = devbox.status().suspended() || devbox.status().kind() == DevboxStatus.Kind.RESUMING;
        Verb verb = wakes || devbox.status().ended() ? Verb.RESUME : Verb.SUSPEND;
        boolean busy = switch (devbox.status().kind()) {
            case SUSPENDING, RESUMING -> true;
            default -> running == verb;
        };
        return new HeaderState(devbox.status(), devbox.label(), devbox.named(), devbox.id(), details(devbox, now),
                metadata(devbox), verb, busy, busy ? null : whyNot(verb, devbox, guard),
                whyNot(Verb.RESET, devbox, guard));
    }

    /** The id as a small window shows it. */
    String shortId() {
        return id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID) + "…";
    }

    /** Why a verb of the header cannot be done now; null when it can. */
    static @Nullable String whyNot(Verb verb, Devbox devbox, VerbGuard guard) {
        DevboxStatus now = devbox.status();
        if (verb == Verb.RESUME && now.ended()) {
            return TEXTS.get("tunnel.header.ended");
        }
        boolean fits = verb == Verb.RESUME ? now.suspended() : now.running();
        return fits ? guard.reason(verb) : TEXTS.get("tunnel.header.not-now." + verb.word(), StatusWords.of(now));
    }

    private static String details(Devbox devbox, Instant now) {
        List<String> parts = new ArrayList<>();
        parts.add(StatusWords.withAge(devbox, now));
        String blueprint = devbox.blueprint();
        if (blueprint != null) {
            parts.add(TEXTS.get("tunnel.header.blueprint", blueprint));
        }
        return String.join(" · ", parts);
    }

    private static String metadata(Devbox devbox) {
        return String.join(" · ", devbox.metadata().texts().toList());
    }
}
