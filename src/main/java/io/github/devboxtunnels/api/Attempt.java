package io.github.devboxtunnels.api;

import java.net.URI;
import java.time.Duration;

import io.github.devboxtunnels.model.Problem;
import org.jspecify.annotations.Nullable;

/** How one try of a call ended. */
sealed interface Attempt<T> {

    /** What a log line says about it. */
    String word();

    /** What went wrong. */
    Problem problem();

    /** An answer with a success. */
    record Done<T>(int status, T value) implements Attempt<T> {
        @Override
        public Problem problem() {
            throw new IllegalStateException("nothing went wrong");
        }

        @Override
        public String word() {
            return Integer.toString(status);
        }
    }

    /**
     * An answer without a success.
     *
     * @param status HTTP status
     * @param problem what it means
     * @param shouldRetry the server's own word on whether to try again; null when it has none
     * @param retryAfter how long it asks to wait; null when it does not
     * @param movedTo another address of the same API to read from; null when it names none
     */
    record Answered<T>(int status, Problem problem, @Nullable Boolean shouldRetry, @Nullable Duration retryAfter,
            @Nullable URI movedTo) implements Attempt<T> {
        @Override
        public String word() {
            return Integer.toString(status);
        }
    }

    /**
     * No usable answer.
     *
     * @param problem what happened
     * @param again whether another try may help
     * @param refused whether nothing listened, so that the server surely did nothing
     */
    record Broken<T>(Problem problem, boolean again, boolean refused) implements Attempt<T> {
        @Override
        public String word() {
            return problem.getClass().getSimpleName();
        }
    }
}
