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
            case Problem.Offline _,Problem.UntrustedCertificate _,Problem.Unauthorised _,Problem.Forbidden _ -> true;
            case Problem.NotFound _,Problem.Refused _,Problem.SlowedDown _,Problem.Server _,Problem.Malformed _,Problem.Unanswered _,Problem.Unexpected _ ->
                false;
        };
    }

    /** Whether it may still happen after we have looked. */
    static boolean mayComeLate(Problem problem) {
        return switch (problem) {
            case Problem.Unanswered _,Problem.Server _,Problem.Malformed _,Problem.Unexpected _ -> true;
            case Problem.Offline _,Problem.UntrustedCertificate _,Problem.Unauthorised _,Problem.Forbidden _,Problem.NotFound _,Problem.Refused _,Problem.SlowedDown _ ->
                false;
        };
    }

    /** Whether one devbox could not be read because nothing can be read now. */
    static boolean ofEverything(Problem problem) {
        return switch (problem) {
            case Problem.Unauthorised _,Problem.SlowedDown _,Problem.Offline _,Problem.Unanswered _,Problem.UntrustedCertificate _ ->
                true;
            case Problem.Forbidden _,Problem.NotFound _,Problem.Refused _,Problem.Server _,Problem.Malformed _,Problem.Unexpected _ ->
                false;
        };
    }
}
