package io.github.devboxtunnels.ui.tunnel;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** Why a change cannot be made now: no connection, or a key that may not. */
final class VerbGuard {

    private static final Texts TEXTS = Texts.of(VerbGuard.class);

    private final ZoneId zone;
    private final Map<Verb, String> forbidden = new EnumMap<>(Verb.class);
    private @Nullable Problem problem;
    private @Nullable Instant readAt;

    VerbGuard(ZoneId zone) {
        this.zone = zone;
    }

    /** Takes in how the last read went. */
    void update(DevboxList list) {
        problem = list.problem();
        readAt = list.readAt();
    }

    /** Takes in that a key was refused a verb (403). */
    void forbid(Verb verb, Problem.Forbidden refusal) {
        for (Verb each : Verb.values()) {
            if (each.sameRight(verb)) {
                forbidden.put(each, refusal.reply().text());
            }
        }
    }

    /** Takes in how an attempt ended. */
    void learn(Verb verb, Problem outcome) {
        if (outcome instanceof Problem.Forbidden refusal) {
            forbid(verb, refusal);
        }
    }

    /** The reason in one sentence or two; null when nothing speaks against it. */
    @Nullable
    String reason(Verb verb) {
        String why = switch (problem) {
            case Problem.Offline _ -> since("tunnel.guard.offline");
            case Problem.Unanswered _ -> since("tunnel.guard.unanswered");
            case Problem.UntrustedCertificate _ -> TEXTS.get("tunnel.guard.certificate");
            case Problem.Unauthorised _ -> TEXTS.get("tunnel.guard.key");
            case null, default -> null;
        };
        if (why != null) {
            return why + " " + TEXTS.get("tunnel.guard.needs." + verb.word());
        }
        String refusal = forbidden.get(verb);
        return refusal == null ? null : TEXTS.get("tunnel.guard.forbidden." + verb.word(), refusal);
    }

    private String since(String key) {
        Instant at = readAt;
        return at == null ? TEXTS.get(key) : TEXTS.get(key + "-since", Clocks.time(at, zone));
    }
}
