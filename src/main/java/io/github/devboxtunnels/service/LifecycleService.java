package io.github.devboxtunnels.service;

import java.util.Set;

import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;

/**
 * Suspends and resumes devboxes and restarts their idle timers. Every method blocks and throws
 * {@link ProblemException}; a devbox that is found on its way although the call failed is a success.
 */
public final class LifecycleService {

    private static final Set<Kind> ASLEEP = Set.of(Kind.SUSPENDING, Kind.SUSPENDED);
    private static final Set<Kind> AWAKE = Set.of(Kind.RESUMING, Kind.RUNNING);

    private final RunloopApi api;
    private final DevboxWatcher watcher;

    /** Results are handed to the watcher, so that they show at once. */
    public LifecycleService(RunloopApi api, DevboxWatcher watcher) {
        this.api = api;
        this.watcher = watcher;
    }

    /** Suspends a running devbox; answers while it is still suspending. */
    public Devbox suspend(String id) throws InterruptedException {
        try {
            return accepted(api.suspend(id));
        } catch (ProblemException e) {
            return foundOr(e, id, ASLEEP);
        }
    }

    /** Resumes a suspended devbox; answers while it is still resuming. */
    public Devbox resume(String id) throws InterruptedException {
        try {
            return accepted(api.resume(id));
        } catch (ProblemException e) {
            return foundOr(e, id, AWAKE);
        }
    }

    /** Restarts the idle timer of a running devbox. */
    public void resetIdleTimer(String id) throws InterruptedException {
        api.keepAlive(id);
    }

    private Devbox foundOr(ProblemException failure, String id, Set<Kind> wanted) throws InterruptedException {
        if (Doubt.nothingDone(failure.problem())) {
            throw failure;
        }
        Devbox devbox;
        try {
            devbox = watcher.read(id);
        } catch (ProblemException e) {
            throw e.problem() instanceof Problem.NotFound ? e : failure;
        }
        if (wanted.contains(devbox.status().kind())) {
            return devbox;
        }
        throw failure;
    }

    private Devbox accepted(Devbox devbox) {
        watcher.accept(devbox);
        return devbox;
    }
}
