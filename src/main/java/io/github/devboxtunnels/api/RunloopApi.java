package io.github.devboxtunnels.api;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;

/**
 * The part of the Runloop API this product uses, one blocking method a call. Reads are repeated by the client itself;
 * calls that change something are repeated only when the server surely did nothing. Every method throws
 * {@link io.github.devboxtunnels.model.ProblemException} and ends early when its thread is interrupted.
 */
public interface RunloopApi extends AutoCloseable {

    /** Whose key it is: {@code GET /v1/accounts/me}; a key that may not read the account gets a probe of the list. */
    Account account() throws InterruptedException;

    /** One page of devboxes: {@code GET /v1/devboxes}. */
    DevboxPage list(DevboxQuery query) throws InterruptedException;

    /** One devbox: {@code GET /v1/devboxes/{id}}. */
    Devbox get(String id) throws InterruptedException;

    /** {@code POST …/enable_tunnel} with all three settings. Not idempotent: see the tunnel service. */
    Tunnel enableTunnel(String id, TunnelSettings settings) throws InterruptedException;

    /** {@code POST …/remove_tunnel}. */
    void removeTunnel(String id) throws InterruptedException;

    /** {@code POST …/suspend}; answers while it is still suspending. */
    Devbox suspend(String id) throws InterruptedException;

    /** {@code POST …/resume}; answers while it is still resuming. */
    Devbox resume(String id) throws InterruptedException;

    /**
     * {@code POST …/wait_for_status}: blocks until the devbox has one of the statuses.
     *
     * @param hold how long the server may hold the request, 30 s at most
     * @return empty when none was reached meanwhile (408)
     */
    Optional<Devbox> waitForStatus(String id, Set<DevboxStatus.Kind> statuses, Duration hold)
            throws InterruptedException;

    /** {@code POST …/keep_alive}: restarts the idle timer. */
    void keepAlive(String id) throws InterruptedException;

    /** Gives up connections and calls in flight. */
    @Override
    void close();
}
