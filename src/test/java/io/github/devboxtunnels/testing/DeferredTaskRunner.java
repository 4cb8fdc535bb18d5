package io.github.devboxtunnels.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.ui.common.TaskRunner;

/** Keeps work back until a test lets it finish, in any order, so that loading and cancelling can be looked at. */
public final class DeferredTaskRunner implements TaskRunner {

    private final SimulatedTimeline timeline;
    private final List<Work<?>> waiting = new ArrayList<>();

    public DeferredTaskRunner(SimulatedTimeline timeline) {
        this.timeline = timeline;
    }

    /** How much work waits. */
    public int waiting() {
        return waiting.size();
    }

    /** Finishes the work begun first. */
    public void finishFirst() {
        waiting.removeFirst().finish();
    }

    /** Finishes the work begun last. */
    public void finishLast() {
        waiting.removeLast().finish();
    }

    /** Finishes all work, and what it begins, in order. */
    public void finishAll() {
        while (!waiting.isEmpty()) {
            finishFirst();
        }
    }

    @Override
    public <T> Handle run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<Problem> onProblem) {
        Work<T> entry = new Work<>(() -> timeline.moveWhileSleeping(work), onSuccess, onProblem);
        waiting.add(entry);
        return () -> waiting.remove(entry);
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

    private record Work<T>(Callable<T> work, Consumer<? super T> onSuccess, Consumer<Problem> onProblem) {
        void finish() {
            T result;
            try {
                result = work.call();
            } catch (ProblemException e) {
                onProblem.accept(e.problem());
                return;
            } catch (Exception e) {
                throw new AssertionError("background work failed", e);
            }
            onSuccess.accept(result);
        }
    }
}
