package io.github.devboxtunnels.service;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.devboxtunnels.gateway.DevboxReader;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/** Reads a devbox for a gateway, off the gateway's thread; the list takes in the answer too. */
record WatchedReader(DevboxWatcher watcher, Timeline timeline) implements DevboxReader {

    @Override
    public CompletionStage<@Nullable Devbox> read(String devboxId) {
        CompletableFuture<@Nullable Devbox> answer = new CompletableFuture<>();
        timeline.after(Duration.ZERO, () -> {
            try {
                answer.complete(watcher.read(devboxId));
            } catch (ProblemException e) {
                if (e.problem() instanceof Problem.NotFound) {
                    answer.complete(null);
                } else {
                    answer.completeExceptionally(e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer.completeExceptionally(e);
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }
}
