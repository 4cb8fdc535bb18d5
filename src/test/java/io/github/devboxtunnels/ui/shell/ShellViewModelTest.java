package io.github.devboxtunnels.ui.shell;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.MemorySettings;
import io.github.devboxtunnels.testing.Sessions;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShellViewModelTest {

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final FakeRunloopApi api = new FakeRunloopApi(timeline).put(Devboxes.running("a"),
            Devboxes.suspended("b"));
    private final MemorySettings settings = new MemorySettings();
    private final List<String> heard = new ArrayList<>();
    private boolean browser = true;
    private final Session session = Sessions.of(api, timeline);
    private final ShellViewModel model = new ShellViewModel(session, new ImmediateTaskRunner(timeline), settings,
            ZoneOffset.UTC, new ShellViewModel.Exits(() -> heard.add("leave"),
                    problem -> heard.add(problem.getClass().getSimpleName()), address -> {
                        heard.add(address.toString());
                        return browser;
                    }));

    private void read() {
        session.devboxes().start();
        timeline.advance(Duration.ofMillis(1));
    }

    @Test
    void countsSecondsOnlyWhileItShows() {
        read();
        assertThat(model.freshnessProperty().get().text()).isEqualTo("Updated 0 s ago");
        api.breakDown(Call.LIST, new Problem.Unanswered(true));
        model.setShowing(true);
        timeline.advance(Duration.ofSeconds(3));
        assertThat(model.freshnessProperty().get().text()).isEqualTo("Updated 3 s ago");
        model.setShowing(false);
        int waiting = timeline.scheduled();
        timeline.advance(Duration.ofSeconds(1));
        assertThat(model.freshnessProperty().get().text()).isEqualTo("Updated 3 s ago");
        assertThat(waiting).isLessThanOrEqualTo(2);
    }

    @Test
    void offlineIsSaidAndTryNowReads() {
        read();
        api.breakDown(new Problem.Offline("refused"));
        timeline.advance(Duration.ofSeconds(6));
        assertThat(model.bannerProperty().get().cause()).isEqualTo(BannerState.Cause.OFFLINE);
        assertThat(model.reachable()).isFalse();
        api.heal();
        model.remedy(BannerState.Remedy.TRY_NOW);
        timeline.advance(Duration.ofMillis(1));
        assertThat(model.bannerProperty().get()).isNull();
        assertThat(model.reachable()).isTrue();
    }

    @Test
    void turningToTheWindowTriesAgainToo() {
        read();
        api.breakDown(new Problem.Offline("no route"));
        timeline.advance(Duration.ofSeconds(6));
        assertThat(model.reachable()).isFalse();
        api.heal();
        model.resume();
        timeline.advance(Duration.ofMillis(1));
        assertThat(model.reachable()).isTrue();
    }

    @Test
    void aRefusedKeyLeadsToAnother() {
        read();
        api.breakDown(new Problem.Unauthorised(FakeRunloopApi.reply(401, "no")));
        timeline.advance(Duration.ofSeconds(6));
        model.remedy(model.bannerProperty().get().remedy());
        assertThat(heard).containsExactly("Unauthorised");
    }

    @Test
    void theLineShowsOnlyForReadsThatTakeTheirTime() {
        assertThat(model.readingProperty().get()).isFalse();
        timeline.advance(Duration.ofMillis(301));
        assertThat(model.readingProperty().get()).isTrue();
        read();
        assertThat(model.readingProperty().get()).isFalse();
    }

    @Test
    void theSelectedDevboxIsRememberedForTheWatcher() {
        read();
        model.devboxes().select("dbx_b");
        assertThat(settings.current().selected()).containsValue("dbx_b");
        model.resume(model.devboxes().selectedDevbox());
        assertThat(api.count(Call.RESUME)).isEqualTo(1);
    }

    @Test
    void aChangeThatFailsIsOneSentence() {
        read();
        List<String> said = new ArrayList<>();
        List<URI> offered = new ArrayList<>();
        model.setListener(new ShellViewModel.Listener() {
            @Override
            public void notOpened(URI address) {
                offered.add(address);
            }

            @Override
            public void failed(String sentence) {
                said.add(sentence);
            }
        });
        api.fail(Call.SUSPEND, new Problem.Offline("refused"));
        model.suspend(api.truth("dbx_a"));
        api.fail(Call.SUSPEND, new Problem.Refused(FakeRunloopApi.reply(400, "Devbox is busy")));
        model.suspend(api.truth("dbx_a"));
        assertThat(said).containsExactly("a was not suspended. Runloop cannot be reached.",
                "a was not suspended. Devbox is busy");
        browser = false;
        model.openInRunloop(api.truth("dbx_a"));
        assertThat(offered).containsExactly(URI.create("https://platform.runloop.ai/devboxes/dbx_a"));
    }

    @Test
    void aChangeWithoutAnAnswerIsNotCalledUndone() {
        read();
        List<String> said = new ArrayList<>();
        model.setListener(new ShellViewModel.Listener() {
            @Override
            public void notOpened(URI address) {
            }

            @Override
            public void failed(String sentence) {
                said.add(sentence);
            }
        });
        api.fail(Call.SUSPEND, new Problem.Unanswered(true));
        model.suspend(api.truth("dbx_a"));
        api.fail(Call.RESUME, new Problem.Malformed("half a body"));
        model.resume(api.truth("dbx_b"));
        api.fail(Call.RESUME, new Problem.Server(FakeRunloopApi.reply(502, "Upstream went away")));
        model.resume(api.truth("dbx_b"));
        assertThat(said).containsExactly("Runloop did not answer. a may still suspend.",
                "The answer could not be read. b may still resume.",
                "Upstream went away. b may still resume.");
    }

    @Test
    void saysWhoseDevboxesTheseAre() {
        assertThat(model.profile()).isEqualTo(new Profile("Acme", "runloop.ai", "A", false));
        model.leave();
        assertThat(heard).containsExactly("leave");
    }

    @Test
    void afterClosingNothingIsHeardAndNothingTicks() {
        read();
        model.setShowing(true);
        model.close();
        session.close();
        assertThat(timeline.scheduled()).isZero();
    }
}
