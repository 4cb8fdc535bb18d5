package io.github.devboxtunnels.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.github.devboxtunnels.service.Connector;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeGateways;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The session that begins while the window is made. */
class EarlySessionTest {

    private final SimulatedTimeline time = new SimulatedTimeline();
    private final BackgroundTimeline background = new BackgroundTimeline(time);
    private final FakeRunloopApi api = new FakeRunloopApi(time).put(Devboxes.running("a"));
    private final Connector connector = new Connector(_ -> api, _ -> new FakeGateways(), background);

    @Test
    void whoGivesUpWaitingLeavesNoSessionBehind() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        EarlySession early = EarlySession.begin(DesktopFixture.ACME, connection -> {
            answer.await();
            return connector.connect(connection);
        }, background);
        time.advance(Duration.ZERO);
        CompletableFuture<Boolean> gaveUp = new CompletableFuture<>();
        Thread waiting = Thread.ofVirtual().start(() -> gaveUp.complete(waits(early)));
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        waiting.interrupt();
        assertThat(gaveUp.get()).isTrue();
        assertThat(api.closed()).isFalse();
        answer.countDown();
        await().until(api::closed);
        long before = api.count(Call.LIST);
        time.advance(Duration.ofMinutes(2));
        assertThat(api.count(Call.LIST)).isEqualTo(before);
    }

    private static boolean waits(EarlySession early) {
        try {
            early.open(DesktopFixture.ACME).close();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
