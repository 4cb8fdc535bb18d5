package io.github.devboxtunnels.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import io.github.devboxtunnels.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The one way from the UI thread to background work and back. Called on the UI thread; every callback comes on the UI
 * thread. Tests have a twin that runs at once and one that runs on demand.
 */
public interface TaskRunner {

    /** Work under way or waiting. */
    interface Handle {
        /** Interrupts the work; none of its callbacks comes any more. */
        void cancel();
    }

    /**
     * Runs blocking work off the UI thread.
     *
     * @param work may block and throw; its {@code ProblemException} becomes the problem, its
     *        {@code CancellationException} says that nobody waits for it any more and neither callback comes, anything
     *        else is logged and becomes {@link Problem.Unexpected}
     * @param onSuccess gets the result
     * @param onProblem gets what went wrong
     */
    <T extends @Nullable Object> Handle run(Callable<T> work, Consumer<? super T> onSuccess,
            Consumer<Problem> onProblem);

    /** Runs something on the UI thread, soon; may be called from any thread. */
    void post(Runnable action);

    /** Runs something on the UI thread after a delay. */
    Handle after(Duration delay, Runnable action);

    /** The wall clock. */
    Instant now();
}
