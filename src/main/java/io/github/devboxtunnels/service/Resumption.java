package io.github.devboxtunnels.service;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.time.Timeline;

/** Resumes a devbox and waits until it runs. */
final class Resumption {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration HOLD = Duration.ofSeconds(30);
    /** A server that answers 408 at once must not be asked without a pause. */
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Set<Kind> ARRIVED = Set.of(Kind.RUNNING, Kind.FAILURE, Kind.SHUTDOWN);

    private final RunloopApi api;
    private final DevboxWatcher watcher;
    private final LifecycleService lifecycle;
    private final Timeline timeline;

    Resumption(RunloopApi api, DevboxWatcher watcher, Timeline timeline) {
        this.api = api;
        this.watcher = watcher;
        this.lifecycle = new LifecycleService(api, watcher);
        this.timeline = timeline;
    }

    /** Whether this devbox can be brought to run from here. */
    static boolean possible(Devbox devbox) {
        return devbox.status().suspended() || devbox.status().kind() == Kind.RESUMING;
    }

    /**
     * Resumes it, unless that is under way already, and waits two minutes at most.
     *
     * @return running, or ended on the way
     * @throws ProblemException when it cannot be resumed, or does not arrive in time
     */
    Devbox run(Devbox devbox) throws InterruptedException {
        if (devbox.status().suspended()) {
            Devbox resumed = lifecycle.resume(devbox.id());
            if (resumed.status().running()) {
                return resumed;
            }
        }
        long began = timeline.nanoTime();
        while (true) {
            Duration left = LIMIT.minusNanos(timeline.nanoTime() - began);
            if (left.compareTo(PAUSE) < 0) {
                throw new ProblemException(new Problem.Unanswered(true));
            }
            Optional<Devbox> arrived = hold(devbox.id(), left.compareTo(HOLD) < 0 ? left : HOLD);
            if (arrived.isPresent()) {
                watcher.accept(arrived.get());
                return arrived.get();
            }
            timeline.sleep(PAUSE);
        }
    }

    /** Asks once; a problem that may pass counts as not arrived yet. */
    private Optional<Devbox> hold(String id, Duration hold) throws InterruptedException {
        try {
            return api.waitForStatus(id, ARRIVED, hold);
        } catch (ProblemException e) {
            if (Doubt.mayComeLate(e.problem()) || e.problem() instanceof Problem.Offline) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
