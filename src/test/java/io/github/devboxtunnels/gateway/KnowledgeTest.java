package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An API that is slow or away holds up one request, not every one; when it may help again, it is waited for again. */
class KnowledgeTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimulatedTimeline time = new SimulatedTimeline();
    private final List<CompletableFuture<Devbox>> reads = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private final Knowledge knowledge = new Knowledge("dbx", id -> {
        reads.add(new CompletableFuture<>());
        return reads.getLast();
    }, time, Runnable::run, devbox -> {
    });

    @BeforeEach
    void whatIsKnownIsOld() {
        time.advance(Duration.ofSeconds(10));
    }

    @Test
    void whileAReadHangsOnlyTheFirstRequestsWait() {
        request("first");
        time.advance(SECOND);
        request("second");
        assertThat(gone).isEmpty();
        time.advance(Duration.ofSeconds(2));
        assertThat(gone).containsExactly("first", "second");
        request("third");
        time.advance(Duration.ofSeconds(20));
        request("fourth");

        assertThat(gone).containsExactly("first", "second", "third", "fourth");
        assertThat(reads).hasSize(1);
    }

    @Test
    void afterAReadThatFailedTheNextGoesOnInTheBackground() {
        request("first");
        fail();
        for (int i = 0; i < 200; i++) {
            time.advance(SECOND);
            request("next");
            assertThat(gone).as("those that did not wait").hasSize(i + 2);
            fail();
        }
        assertThat(reads).hasSize(201);
    }

    @Test
    void afterAReadThatSucceededRequestsWaitAgain() {
        request("first");
        fail();
        time.advance(SECOND);
        request("second");
        reads.getLast().complete(GatewayFixture.web(true));
        time.advance(Duration.ofSeconds(7));
        request("third");
        assertThat(gone).containsExactly("first", "second");

        reads.getLast().complete(GatewayFixture.web(true));
        assertThat(gone).containsExactly("first", "second", "third");
    }

    @Test
    void afterAPauseRequestsWaitAgainForTheDevboxMaySleepByNow() {
        request("first");
        fail();
        time.advance(Duration.ofMinutes(2));
        request("second");

        assertThat(gone).containsExactly("first");
    }

    private void request(String name) {
        knowledge.before(Knowledge.Need.FORWARD, () -> gone.add(name));
    }

    private void fail() {
        reads.getLast().completeExceptionally(new IOException("down"));
    }
}
