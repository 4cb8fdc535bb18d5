package io.github.devboxtunnels.service;

import java.time.Duration;
import java.util.List;

import io.github.devboxtunnels.model.Problem;

/** What a call that changes something leaves open when it fails. Pure. */
final class Doubt {

    /** When to look again before believing that nothing happened: a server may commit after its answer was lost. */
    static final List<Duration> LATER_LOOKS = List.of(Duration.ofSeconds(2), Duration.ofSeconds(3));

    private Doubt() {
    }

    /** Whether the server surely did nothing, so that there is nothing to look for. */
    static boolean nothingDone(Problem problem) {
        return switch (problem) {
            case Problem.Offline _ -> true;
            case Problem.UntrustedCertificate _ -> true;
            case Problem.Unauthorised _ -> true;
            case Problem.Forbidden _ -> true;
            case Problem.SlowedDown(Problem.Reply reply, var _) -> reply.status() == 429;
            default -> false;
        };
    }

    /** Whether it may still happen after we have looked. */
    static boolean mayComeLate(Problem problem) {
        return switch (problem) {
            case Problem.Unanswered _ -> true;
            case Problem.Server _ -> true;
            case Problem.Malformed _ -> true;
            case Problem.Unexpected _ -> true;
            default -> false;
        };
    }

    /** Whether one devbox could not be read because nothing can be read now. */
    static boolean ofEverything(Problem problem) {
        return switch (problem) {
            case Problem.Unauthorised _ -> true;
            case Problem.SlowedDown _ -> true;
            case Problem.Offline _ -> true;
            case Problem.Unanswered _ -> true;
            case Problem.UntrustedCertificate _ -> true;
            default -> false;
        };
    }
}
