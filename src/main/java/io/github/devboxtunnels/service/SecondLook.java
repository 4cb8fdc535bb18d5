package io.github.devboxtunnels.service;

import java.time.Duration;
import java.util.function.Predicate;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/** Reads a devbox after a call that failed, to find out what the call has really done. */
final class SecondLook {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final DevboxWatcher watcher;
    private final Timeline timeline;

    SecondLook(DevboxWatcher watcher, Timeline timeline) {
        this.watcher = watcher;
        this.timeline = timeline;
    }

    /**
     * The devbox as it is after the call. Where the server may commit late, it is looked at again until it happened.
     *
     * @param happened whether the devbox shows what the call was to do
     * @return null when it could not be read, so that nobody knows
     */
    @Nullable
    Devbox after(String id, Problem problem, Predicate<Devbox> happened) throws InterruptedException {
        Devbox seen = patiently(id);
        if (Doubt.mayComeLate(problem)) {
            for (Duration pause : Doubt.LATER_LOOKS) {
                if (seen == null || happened.test(seen)) {
                    return seen;
                }
                timeline.sleep(pause);
                seen = patiently(id);
            }
        }
        return seen;
    }

    /** Reads again for a while when it cannot be read; null when that does not help. */
    private @Nullable Devbox patiently(String id) throws InterruptedException {
        long began = timeline.nanoTime();
        while (true) {
            try {
                return watcher.read(id);
            } catch (ProblemException e) {
                Duration spent = Duration.ofNanos(timeline.nanoTime() - began);
                if (hopeless(e.problem()) || spent.plus(PAUSE).compareTo(PATIENCE) > 0) {
                    return null;
                }
            }
            timeline.sleep(PAUSE);
        }
    }

    private static boolean hopeless(Problem problem) {
        return problem instanceof Problem.NotFound || problem instanceof Problem.Unauthorised
                || problem instanceof Problem.Forbidden || problem instanceof Problem.UntrustedCertificate;
    }
}
