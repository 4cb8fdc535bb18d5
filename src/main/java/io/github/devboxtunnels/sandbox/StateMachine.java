package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.List;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Lifecycle;
import org.jspecify.annotations.Nullable;

/**
 * Moves devboxes from status to status: by call, by time, by idleness. Every method is called with the fleet locked.
 */
final class StateMachine {

    /** How long suspending and resuming take here. */
    static final Duration SLEEP_STEP = Duration.ofMillis(900);

    private final Fleet fleet;
    private final ServerClock clock;
    private final Agenda agenda;
    private final DevboxJson json;

    StateMachine(Fleet fleet, ServerClock clock, Agenda agenda, DevboxJson json) {
        this.fleet = fleet;
        this.clock = clock;
        this.agenda = agenda;
        this.json = json;
    }

    /** Makes a devbox that begins to boot now. */
    DevboxState create(String id, DevboxPlan plan) {
        Kind first = "flex".equals(plan.launch().getValue("provisioning_tier")) ? Kind.QUEUED : Kind.PROVISIONING;
        DevboxState devbox = new DevboxState(id, fleet.size(), plan, new Transition(first, clock.now()));
        fleet.add(devbox);
        entered(devbox);
        return devbox;
    }

    /** Puts a devbox with a past on the list. */
    void adopt(DevboxState devbox) {
        fleet.add(devbox);
        entered(devbox);
    }

    void suspend(DevboxState devbox) {
        if (!devbox.is(Kind.RUNNING)) {
            throw ApiException.badRequest("Devbox is not running");
        }
        move(devbox, Kind.SUSPENDING, null);
    }

    void resume(DevboxState devbox) {
        if (!devbox.is(Kind.SUSPENDED)) {
            throw ApiException.badRequest("Devbox is not suspended");
        }
        move(devbox, Kind.RESUMING, null);
    }

    void end(DevboxState devbox, Kind kind, String reason) {
        if (!devbox.status().status().ended()) {
            move(devbox, kind, reason);
        }
    }

    /** Something happened in the devbox: its idle timer starts again. */
    void touch(DevboxState devbox) {
        devbox.idleSince(clock.nanoTime());
    }

    void move(DevboxState devbox, Kind next, @Nullable String reason) {
        if (next == Kind.FAILURE || next == Kind.SHUTDOWN) {
            fleet.unlist(devbox);
        }
        devbox.enter(new Transition(next, clock.now()), reason);
        if (next == Kind.SUSPENDING) {
            // The disk alone comes back: what ran is gone until something starts it again.
            devbox.servicesUp(devbox.plan().restartsServices());
        }
        fleet.changed();
        entered(devbox);
    }

    private void entered(DevboxState devbox) {
        answerWaiters(devbox);
        switch (devbox.status()) {
            case QUEUED -> later(devbox, DevboxPlan.STEP, Kind.PROVISIONING);
            case PROVISIONING -> later(devbox, devbox.plan().boot(), Kind.INITIALIZING);
            case INITIALIZING -> later(devbox, DevboxPlan.STEP, Kind.RUNNING);
            case SUSPENDING -> later(devbox, SLEEP_STEP, Kind.SUSPENDED);
            case RESUMING -> later(devbox, SLEEP_STEP, Kind.RUNNING);
            case RUNNING -> started(devbox);
            default -> {
            }
        }
    }

    private void later(DevboxState devbox, Duration delay, Kind next) {
        whenUnmoved(devbox, delay, () -> move(devbox, next, null));
    }

    private void started(DevboxState devbox) {
        touch(devbox);
        Lifecycle.Idle idle = devbox.lifecycle().idle();
        Duration lifetime = devbox.lifecycle().maxLifetime();
        if (idle != null) {
            watchIdle(devbox, idle, idle.after());
        } else if (lifetime != null) {
            Duration left = lifetime.minus(Duration.between(devbox.createdAt(), clock.now()));
            whenUnmoved(devbox, left.isNegative() ? Duration.ZERO : left,
                    () -> end(devbox, Kind.SHUTDOWN, "keep_alive_timeout"));
        }
    }

    private void watchIdle(DevboxState devbox, Lifecycle.Idle idle, Duration delay) {
        whenUnmoved(devbox, delay, () -> {
            Duration left = idle.after().minusNanos(clock.nanoTime() - devbox.idleSince());
            if (left.isPositive()) {
                watchIdle(devbox, idle, left);
            } else if (idle.then() == Lifecycle.OnIdle.SUSPEND) {
                suspend(devbox);
            } else {
                end(devbox, Kind.SHUTDOWN, "idle");
            }
        });
    }

    private void whenUnmoved(DevboxState devbox, Duration delay, Runnable task) {
        int moves = devbox.transitions().size();
        agenda.after(delay, () -> {
            synchronized (fleet) {
                if (devbox.transitions().size() == moves) {
                    task.run();
                }
            }
        });
    }

    private void answerWaiters(DevboxState devbox) {
        List<Waiter> reached = devbox.waiters().stream().filter(waiter -> waiter.wanted().contains(devbox.status()))
                .toList();
        devbox.waiters().removeAll(reached);
        reached.forEach(waiter -> waiter.answer().tryComplete(Answer.json(devbox.encoded(json))));
    }
}
