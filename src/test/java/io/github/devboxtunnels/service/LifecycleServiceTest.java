package io.github.devboxtunnels.service;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LifecycleServiceTest {

    private static final Problem LOST = new Problem.Unanswered(false);

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final FakeRunloopApi api = new FakeRunloopApi(timeline);
    private final DevboxWatcher watcher = new DevboxWatcher(api, timeline);
    private final LifecycleService lifecycle = new LifecycleService(api, watcher);

    private Devbox shown() {
        return watcher.current().devboxes().getFirst();
    }

    @Test
    void suspendsAndResumesAndShowsItAtOnce() throws InterruptedException {
        api.put(Devboxes.running("a"));
        assertThat(lifecycle.suspend("dbx_a").status().kind()).isEqualTo(Kind.SUSPENDING);
        assertThat(shown().status().kind()).isEqualTo(Kind.SUSPENDING);
        api.settle("dbx_a");
        assertThat(lifecycle.resume("dbx_a").status().kind()).isEqualTo(Kind.RESUMING);
        assertThat(shown().status().kind()).isEqualTo(Kind.RESUMING);
    }

    @Test
    void anAnswerThatIsLostIsNoFailureWhenTheDevboxIsOnItsWay() throws InterruptedException {
        api.put(Devboxes.running("a"));
        api.commitThenFail(Call.SUSPEND, LOST);
        assertThat(lifecycle.suspend("dbx_a").status().kind()).isEqualTo(Kind.SUSPENDING);
        assertThat(shown().status().kind()).isEqualTo(Kind.SUSPENDING);
    }

    @Test
    void aDevboxThatIsThereAlreadyIsASuccess() throws InterruptedException {
        api.put(Devboxes.suspended("a"), Devboxes.running("b"));
        assertThat(lifecycle.suspend("dbx_a").status().suspended()).isTrue();
        assertThat(lifecycle.resume("dbx_b").status().running()).isTrue();
    }

    @Test
    void aFailureIsAFailureWhenNothingMoved() {
        api.put(Devboxes.running("a"));
        api.fail(Call.SUSPEND, LOST);
        assertThatThrownBy(() -> lifecycle.suspend("dbx_a")).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem()).isEqualTo(LOST));
        api.fail(Call.SUSPEND, LOST);
        api.fail(Call.GET, new Problem.Offline("refused"));
        assertThatThrownBy(() -> lifecycle.suspend("dbx_a")).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem()).isEqualTo(LOST));
    }

    @Test
    void aServerThatSurelyDidNothingIsNotAskedAgain() {
        api.put(Devboxes.running("a"));
        api.fail(Call.SUSPEND, new Problem.Forbidden(FakeRunloopApi.reply(403, "no")));
        assertThatThrownBy(() -> lifecycle.suspend("dbx_a")).isInstanceOf(ProblemException.class);
        assertThat(api.count(Call.GET)).isZero();
    }

    @Test
    void aDevboxThatIsGoneSaysSo() {
        assertThatThrownBy(() -> lifecycle.resume("dbx_x")).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem()).isInstanceOf(Problem.NotFound.class));
    }

    @Test
    void theIdleTimerIsReset() throws InterruptedException {
        api.put(Devboxes.running("a"));
        lifecycle.resetIdleTimer("dbx_a");
        assertThat(api.count(Call.KEEP_ALIVE)).isEqualTo(1);
    }
}
