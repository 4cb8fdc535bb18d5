package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/** Reading, suspending, resuming, keeping alive, shutting down and waiting. */
final class LifecycleRoutes {

    private static final double DEFAULT_HOLD = 10;
    private static final double LONGEST_HOLD = 30;
    private static final double MILLIS = 1000;

    private final Fleet fleet;
    private final StateMachine machine;
    private final Agenda agenda;
    private final DevboxJson json;

    LifecycleRoutes(Fleet fleet, StateMachine machine, Agenda agenda, DevboxJson json) {
        this.fleet = fleet;
        this.machine = machine;
        this.agenda = agenda;
        this.json = json;
    }

    Future<Answer> get(Call call) {
        return changed(call, devbox -> {
        });
    }

    Future<Answer> suspend(Call call) {
        return changed(call, machine::suspend);
    }

    Future<Answer> resume(Call call) {
        return changed(call, machine::resume);
    }

    Future<Answer> shutdown(Call call) {
        return changed(call, devbox -> machine.end(devbox, Kind.SHUTDOWN, "api_shutdown"));
    }

    Future<Answer> keepAlive(Call call) {
        return changed(call, devbox -> {
            if (!devbox.is(Kind.RUNNING)) {
                throw ApiException.badRequest("Devbox is not running");
            }
            machine.touch(devbox);
        }).map(Answer.empty());
    }

    /** Holds until the devbox has a listed status, or answers 408 when the hold is over. */
    Future<Answer> await(Call call) {
        Members members = call.members("statuses", "timeout_seconds");
        Set<Kind> wanted = EnumSet.noneOf(Kind.class);
        for (String word : members.words("statuses")) {
            Kind kind = DevboxJson.kind(word);
            if (kind == null) {
                throw ApiException.badRequest("There is no such status");
            }
            wanted.add(kind);
        }
        double seconds = members.number("timeout_seconds", DEFAULT_HOLD);
        if (seconds < 0) {
            throw ApiException.badRequest("timeout_seconds must not be negative");
        }
        synchronized (fleet) {
            return hold(fleet.require(call.devbox()), wanted, Math.min(seconds, LONGEST_HOLD));
        }
    }

    /** Waits a while for a new devbox to run; gives it as it is when that takes longer. */
    Future<Answer> awaitRunning(DevboxState devbox) {
        return hold(devbox, EnumSet.of(Kind.RUNNING, Kind.FAILURE, Kind.SHUTDOWN), DEFAULT_HOLD).map(answer -> {
            synchronized (fleet) {
                return answer.status() == 200 ? answer : Answer.json(devbox.encoded(json));
            }
        });
    }

    private Future<Answer> hold(DevboxState devbox, Set<Kind> wanted, double seconds) {
        if (wanted.contains(devbox.status())) {
            return Future.succeededFuture(Answer.json(devbox.encoded(json)));
        }
        Waiter waiter = new Waiter(wanted, Promise.promise());
        devbox.waiters().add(waiter);
        agenda.after(Duration.ofMillis(Math.round(seconds * MILLIS)), () -> {
            synchronized (fleet) {
                devbox.waiters().remove(waiter);
            }
            waiter.answer().tryComplete(
                    Answer.error(408, "None of the statuses was reached in time").with("x-should-retry", "true"));
        });
        return waiter.answer().future();
    }

    private Future<Answer> changed(Call call, Consumer<DevboxState> change) {
        synchronized (fleet) {
            DevboxState devbox = fleet.require(call.devbox());
            change.accept(devbox);
            return Future.succeededFuture(Answer.json(devbox.encoded(json)));
        }
    }
}
