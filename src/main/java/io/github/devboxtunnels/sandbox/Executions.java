package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import org.jspecify.annotations.Nullable;

/** The commands of all devboxes. Every method is called with the fleet locked. */
final class Executions {

    private final Fleet fleet;
    private final StateMachine machine;
    private final Agenda agenda;
    private final ServerClock clock;
    private final Services services;
    private final Map<String, Map<String, Execution>> byDevbox = new HashMap<>();

    Executions(Fleet fleet, StateMachine machine, Agenda agenda, ServerClock clock, Services services) {
        this.fleet = fleet;
        this.machine = machine;
        this.agenda = agenda;
        this.clock = clock;
        this.services = services;
    }

    /** Starts a command, or finds the one that was started under this id before. */
    Execution start(DevboxState devbox, String id, String command, @Nullable String shell) {
        Map<String, Execution> known = byDevbox.computeIfAbsent(devbox.id(), absent -> new LinkedHashMap<>());
        Execution before = known.get(id);
        if (before != null) {
            return before;
        }
        if (!devbox.is(Kind.RUNNING)) {
            throw ApiException.badRequest("Devbox is not running");
        }
        Execution execution = new Execution(id, devbox.id(), command, shell, clock.now());
        known.put(id, execution);
        // Whether a command counts as activity is undocumented; here it does.
        machine.touch(devbox);
        Shell.Run run = Shell.run(command, services.listening(devbox), devbox.image().tool());
        go(devbox, execution, run.steps().iterator(), run.exit());
        return execution;
    }

    Execution require(String devbox, String id) {
        Execution execution = byDevbox.getOrDefault(devbox, Map.of()).get(id);
        if (execution == null) {
            throw ApiException.notFound("Execution");
        }
        return execution;
    }

    Collection<Execution> of(String devbox) {
        return List.copyOf(byDevbox.getOrDefault(devbox, Map.of()).values());
    }

    private void go(DevboxState devbox, Execution execution, Iterator<Shell.Step> steps, int exit) {
        while (steps.hasNext() && !execution.completed()) {
            Shell.Step step = steps.next();
            if (!step.after().isZero()) {
                later(devbox, step.after(), execution, () -> {
                    execution.print(step);
                    go(devbox, execution, steps, exit);
                });
                return;
            }
            execution.print(step);
        }
        execution.complete(exit);
    }

    private void later(DevboxState devbox, Duration delay, Execution execution, Runnable next) {
        int moves = devbox.transitions().size();
        agenda.after(delay, () -> {
            synchronized (fleet) {
                if (devbox.transitions().size() == moves) {
                    next.run();
                } else {
                    execution.complete(Execution.KILLED);
                }
            }
        });
    }
}
