package io.github.devboxtunnels.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A session that is opened while the toolkit starts, because the connection is known before there is a window. It is
 * handed out once; what comes after is opened in the ordinary way.
 */
final class EarlySession {

    private final CompletableFuture<Session> opening = new CompletableFuture<>();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final Connection connection;
    private final Services.Opener opener;

    private EarlySession(Connection connection, Services.Opener opener) {
        this.connection = connection;
        this.opener = opener;
    }

    /** Begins to open it, on another thread. */
    static EarlySession begin(Connection connection, Services.Opener opener, Timeline timeline) {
        EarlySession early = new EarlySession(connection, opener);
        timeline.after(Duration.ZERO, () -> early.complete(() -> opener.open(connection)));
        return early;
    }

    /** The session, if it is open within a time; null if it is not, or cannot be opened. Blocks that long. */
    @Nullable
    Session within(Duration time) throws InterruptedException {
        try {
            Session session = opening.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return taken.compareAndSet(false, true) ? session : null;
        } catch (TimeoutException | ExecutionException e) {
            // Whoever opens the connection next is told why.
            return null;
        }
    }

    /** What an opener does: waits for this one if it is the one that is wanted, else opens another. */
    Session open(Connection wanted) throws InterruptedException {
        if (!wanted.equals(connection) || !taken.compareAndSet(false, true)) {
            return opener.open(wanted);
        }
        try {
            return opening.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            // Whoever waited gave up, and nobody else gets it.
            var _ = opening.thenAccept(Session::close);
            throw e;
        }
    }

    /** Closes the session if nobody took it. */
    void close() {
        if (taken.compareAndSet(false, true)) {
            var _ = opening.thenAccept(Session::close);
        }
    }

    private void complete(Callable<Session> work) {
        try {
            opening.complete(work.call());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            opening.cancel(false);
        } catch (Exception e) {
            opening.completeExceptionally(e);
        }
    }
}
