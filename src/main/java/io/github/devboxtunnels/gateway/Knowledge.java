package io.github.devboxtunnels.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is known of the devbox from growing old while requests come: asks the API, one read at a time, and lets
 * requests wait for it when what is known is too old. Used on the event loop.
 */
final class Knowledge {

    private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);
    /** Two reads never begin closer together. */
    private static final Duration PACE = Duration.ofSeconds(1);
    /** A request waits no longer than this; then what is known has to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /**
     * After a wait in vain none waits for this long, or until the API answers. Longer than a read takes to fail, so that
     * steady requests do not wait again; not for good, since a devbox can fall asleep in a pause of theirs.
     */
    private static final Duration RESIGNATION = Duration.ofMinutes(1);

    /** How old knowledge may be before it is renewed, and before requests wait for that. */
    enum Need {
        /** The devbox runs: a sleep that began in between must be noticed. */
        FORWARD(Duration.ofSeconds(3), Duration.ofSeconds(6)),
        /** It does not, and a person looks at the page. */
        LOOK(Duration.ofSeconds(1), Duration.ofSeconds(1)),
        /** It does not, and a forgotten tab asks. */
        IDLE(Duration.ofSeconds(30), Duration.ofDays(1000));

        private final Duration renew;
        private final Duration wait;

        Need(Duration renew, Duration wait) {
            this.renew = renew;
            this.wait = wait;
        }
    }

    private final String devboxId;
    private final DevboxReader reader;
    private final Timeline timeline;
    private final Executor loop;
    private final Consumer<@Nullable Devbox> learn;
    private final List<Runnable> waiting = new ArrayList<>();
    private long knownAt;
    private long askedAt;
    private boolean asking;
    private boolean resigned;
    private long resignedAt;

    Knowledge(String devboxId, DevboxReader reader, Timeline timeline, Executor loop,
            Consumer<@Nullable Devbox> learn) {
        this.devboxId = devboxId;
        this.reader = reader;
        this.timeline = timeline;
        this.loop = loop;
        this.learn = learn;
        this.knownAt = timeline.nanoTime();
        this.askedAt = knownAt - PACE.toNanos();
    }

    /** Something was learned just now, from here or from elsewhere. */
    void fresh() {
        knownAt = timeline.nanoTime();
        resigned = false;
    }

    /** Goes on when what is known is young enough, at once or after a read. */
    void before(Need need, Runnable step) {
        long age = timeline.nanoTime() - knownAt;
        if (age >= need.renew.toNanos()) {
            ask();
        }
        if (asking && age >= need.wait.toNanos() && !inVain()) {
            waiting.add(step);
            timeline.after(PATIENCE, () -> loop.execute(() -> {
                if (waiting.contains(step)) {
                    resign();
                    goOn();
                }
            }));
        } else {
            step.run();
        }
    }

    /** An answer casts doubt on what is known. */
    void doubt() {
        ask();
    }

    private void ask() {
        long now = timeline.nanoTime();
        if (asking || now - askedAt < PACE.toNanos()) {
            return;
        }
        asking = true;
        askedAt = now;
        try {
            reader.read(devboxId).whenComplete((devbox, failure) -> loop.execute(() -> answered(devbox, failure)));
        } catch (RuntimeException e) {
            answered(null, e);
        }
    }

    private void answered(@Nullable Devbox devbox, @Nullable Throwable failure) {
        asking = false;
        if (failure == null) {
            fresh();
            learn.accept(devbox);
        } else {
            LOG.debug("the devbox behind a gateway could not be read: {}", failure.getClass().getSimpleName());
            resign();
        }
        goOn();
    }

    private boolean inVain() {
        return resigned && timeline.nanoTime() - resignedAt < RESIGNATION.toNanos();
    }

    private void resign() {
        resigned = true;
        resignedAt = timeline.nanoTime();
    }

    private void goOn() {
        List<Runnable> steps = List.copyOf(waiting);
        waiting.clear();
        steps.forEach(Runnable::run);
    }
}
