package io.github.devboxtunnels.api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the tests of the client share. */
final class ApiFixture {

    static final Secret KEY = Secret.of("ak_planted_Zx81SecretOfTheUser");

    private ApiFixture() {
    }

    static Connection connection(String baseUrl) {
        return connection(baseUrl, KEY);
    }

    static Connection connection(String baseUrl, Secret key) {
        ApiOrigin origin = ApiOrigin.parse(baseUrl);
        return new Connection(Connection.Kind.ENTERED, origin, AddressTemplate.derive(origin), key);
    }

    /** Without jitter. */
    static HttpRunloopApi client(String baseUrl, SleepLog timeline) {
        return HttpRunloopApi.open(connection(baseUrl), timeline, "1.2.3", () -> 0, null);
    }

    static Problem problemOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    /** Time that a test moves. Waits between tries are written down, and take none of it unless it says so. */
    static final class SleepLog implements io.github.devboxtunnels.time.Timeline {

        final List<Duration> slept = new CopyOnWriteArrayList<>();
        boolean passing;
        final SimulatedTimeline time = new SimulatedTimeline();

        @Override
        public java.time.Instant now() {
            return time.now();
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            slept.add(duration);
            if (passing) {
                time.advance(duration);
            }
        }

        @Override
        public Scheduled after(Duration delay, Runnable task) {
            return time.after(delay, task);
        }
    }
}
