package io.github.devboxtunnels.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.ui.common.TaskRunner;

/** Runs everything at once on the calling thread; delays follow a simulated timeline. */
public final class ImmediateTaskRunner implements TaskRunner {

    private final SimulatedTimeline timeline;

    public ImmediateTaskRunner(SimulatedTimeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public <T> Handle run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<Problem> onProblem) {
        T result;
        try {
            result = timeline.moveWhileSleeping(work);
        } catch (ProblemException e) {
            onProblem.accept(e.problem());
            return () -> {
            };
        } catch (Exception e) {
            throw new AssertionError("background work failed", e);
        }
        onSuccess.accept(result);
        return () -> {
        };
    }

    @Override
    public void post(Runnable action) {
        action.run();
    }

    @Override
    public Handle after(Duration delay, Runnable action) {
        return timeline.after(delay, action)::cancel;
    }

    @Override
    public Instant now() {
        return timeline.now();
    }
}
