package io.github.devboxtunnels.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import javafx.application.Platform;

import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Background work on virtual threads, callbacks on JavaFX's own thread. */
public final class FxTaskRunner implements TaskRunner {

    private final Timeline timeline;

    /** Delays and the clock come from the given timeline. */
    public FxTaskRunner(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public <T extends @Nullable Object> Handle run(Callable<T> work, Consumer<? super T> onSuccess,
            Consumer<Problem> onProblem) {
        Call call = new Call();
        call.thread = Thread.ofVirtual().name("task").start(() -> {
            try {
                T result = work.call();
                call.back(() -> onSuccess.accept(result));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (CancellationException e) {
                log().debug("background work was given up", e);
            } catch (ProblemException e) {
                call.back(() -> onProblem.accept(e.problem()));
            } catch (Exception e) {
                log().error("background work failed", e);
                Problem problem = new Problem.Unexpected(e.getClass().getSimpleName());
                call.back(() -> onProblem.accept(problem));
            }
        });
        return call;
    }

    @Override
    public void post(Runnable action) {
        Platform.runLater(action);
    }

    @Override
    public Handle after(Duration delay, Runnable action) {
        Call call = new Call();
        Timeline.Scheduled scheduled = timeline.after(delay, () -> call.back(action));
        return () -> {
            call.cancel();
            scheduled.cancel();
        };
    }

    @Override
    public Instant now() {
        return timeline.now();
    }

    /** Cancelled and called back on the UI thread only, so that nothing arrives after a cancel. */
    private static final class Call implements Handle {
        private volatile @Nullable Thread thread;
        private volatile boolean cancelled;

        void back(Runnable action) {
            Platform.runLater(() -> {
                if (!cancelled) {
                    action.run();
                }
            });
        }

        @Override
        public void cancel() {
            cancelled = true;
            Thread running = thread;
            if (running != null) {
                running.interrupt();
            }
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(FxTaskRunner.class);
    }
}
