package io.github.devboxtunnels.api;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.time.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a call until it succeeds or the policy gives up. All tries carry one request id. */
final class Caller implements AutoCloseable {

    /** Whether anybody asked for these lines; setting up logging for nobody would be a good part of a start. */
    private static final boolean LOGGED = System.getProperty("devboxtunnels.log") != null;

    private final Wire wire;
    private final RetryPolicy policy;
    private final Timeline timeline;
    private volatile boolean closed;

    Caller(Wire wire, RetryPolicy policy, Timeline timeline) {
        this.wire = wire;
        this.policy = policy;
        this.timeline = timeline;
    }

    /**
     * A success.
     *
     * @param took how long that try lasted
     */
    record Timed<T>(T value, Duration took) {
    }

    /** The value of the first success. */
    <T> T call(ApiCall call, AnswerReader<T> reader) throws InterruptedException {
        return timed(call, reader).value();
    }

    /** The first success. */
    <T> Timed<T> timed(ApiCall call, AnswerReader<T> reader) throws InterruptedException {
        String requestId = UUID.randomUUID().toString();
        long begun = timeline.nanoTime();
        for (int tried = 0;; tried++) {
            long tryBegun = timeline.nanoTime();
            Attempt<T> attempt = wire.attempt(call, requestId, reader);
            Duration took = since(tryBegun);
            if (LOGGED) {
                log().debug("{} {} {} {} ms, try {}", call.method(), call.path(), attempt.word(), took.toMillis(),
                        tried + 1);
            }
            if (attempt instanceof Attempt.Done<T> done) {
                return new Timed<>(done.value(), took);
            }
            Optional<Duration> wait = policy.next(call.repeat(), attempt, tried, since(begun));
            if (closed || wait.isEmpty()) {
                throw new ProblemException(attempt.problem());
            }
            timeline.sleep(wait.get());
        }
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(timeline.nanoTime() - nanos);
    }

    @Override
    public void close() {
        closed = true;
        wire.close();
    }

    private static Logger log() {
        return LoggerFactory.getLogger(HttpRunloopApi.class);
    }
}
