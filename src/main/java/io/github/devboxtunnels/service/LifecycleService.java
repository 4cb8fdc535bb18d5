package io.github.devboxtunnels.service;

import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.Devbox;

/** Suspends and resumes devboxes and restarts their idle timers. Every method blocks. */
public final class LifecycleService {

    private final RunloopApi api;
    private final DevboxWatcher watcher;

    /** Results are handed to the watcher, so that they show at once. */
    public LifecycleService(RunloopApi api, DevboxWatcher watcher) {
        this.api = api;
        this.watcher = watcher;
    }

    /** Suspends a running devbox; answers while it is still suspending. */
    public Devbox suspend(String id) throws InterruptedException {
        return accepted(api.suspend(id));
    }

    /** Resumes a suspended devbox; answers while it is still resuming. */
    public Devbox resume(String id) throws InterruptedException {
        return accepted(api.resume(id));
    }

    /** Restarts the idle timer of a running devbox. */
    public void resetIdleTimer(String id) throws InterruptedException {
        api.keepAlive(id);
    }

    private Devbox accepted(Devbox devbox) {
        watcher.accept(devbox);
        return devbox;
    }
}
