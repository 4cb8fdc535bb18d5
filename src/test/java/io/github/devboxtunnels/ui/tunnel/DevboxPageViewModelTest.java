package io.github.devboxtunnels.ui.tunnel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.testing.DeferredTaskRunner;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DevboxPageViewModelTest {

    private static final String ID = "dbx_api";
    private static final TunnelSettings PUBLIC = new TunnelSettings(AuthMode.OPEN, true, false);

    private final PageFixture fixture = new PageFixture();
    private final DeferredTaskRunner tasks = new DeferredTaskRunner(fixture.timeline);
    private final DevboxPageViewModel page = fixture.page(tasks);
    private final List<PageEvent> events = new ArrayList<>();

    private void show(Devboxes... devboxes) {
        page.setOnEvent(events::add);
        fixture.start(devboxes);
        page.show(ID);
    }

    private static Devboxes api() {
        return Devboxes.running("api");
    }

    private CardState.On on() {
        return (CardState.On) page.card().stateProperty().get();
    }

    @AfterEach
    void close() {
        page.close();
        fixture.close();
    }

    @Test
    void showsNothingUntilADevboxIsKnown() {
        page.show(ID);
        assertThat(page.devboxProperty().get()).isNull();
        assertThat(page.header().stateProperty().get()).isNull();
        assertThat(page.card().stateProperty().get()).isNull();
        fixture.start(api());
        assertThat(page.devboxProperty().get().id()).isEqualTo(ID);
        page.show("dbx_other");
        assertThat(page.devboxProperty().get()).isNull();
    }

    @Test
    void followsWhatTheWatcherReads() {
        show(api());
        fixture.api.enabledElsewhere(ID, PUBLIC);
        fixture.nextRead();
        assertThat(on().tunnel().open()).isTrue();
    }

    @Test
    void enablingListsPortsAndAsksForTheFocus() {
        show(api());
        page.enable();
        EnableTunnelViewModel dialog = page.dialogProperty().get();
        dialog.ports().textProperty().set("3000");
        dialog.submit();
        tasks.finishAll();
        assertThat(page.dialogProperty().get()).isNull();
        assertThat(on().tunnel().open()).isFalse();
        assertThat(page.card().noticeProperty().get()).isNull();
        assertThat(page.ports().chosen().port()).isEqualTo(ListedPort.of(3000, "/"));
        assertThat(events).containsExactly(new PageEvent.TunnelOn("Tunnel enabled"));
    }

    @Test
    void theCommandIsTheVeryRequestWithoutTheKey() {
        show(api());
        page.enable();
        EnableTunnelViewModel dialog = page.dialogProperty().get();
        dialog.wakeProperty().set(true);
        assertThat(page.enableAsCurl(dialog)).contains("https://api.runloop.ai/v1/devboxes/dbx_api/enable_tunnel",
                "$RUNLOOP_API_KEY", "\"auth_mode\":\"authenticated\"", "\"http_keep_alive\":true",
                "\"wake_on_http\":true").doesNotContain("ak_test_planted");
    }

    @Test
    void aTunnelThatWasThereAlreadyIsShownAsWhatItIs() {
        show(api());
        page.enable();
        fixture.api.enabledElsewhere(ID, PUBLIC);
        page.dialogProperty().get().submit();
        tasks.finishAll();
        assertThat(page.dialogProperty().get()).isNull();
        assertThat(on().tunnel().open()).isTrue();
        assertThat(page.card().noticeProperty().get().lead()).isEqualTo("A tunnel was on already.");
        page.card().dismissNotice();
        assertThat(page.card().noticeProperty().get()).isNull();
    }

    @Test
    void somebodyElsesOpenTunnelIsAnnouncedAsSuch() {
        show(api());
        page.enable();
        fixture.api.before(Call.ENABLE, () -> fixture.api.enabledElsewhere(ID, PUBLIC));
        page.dialogProperty().get().submit();
        tasks.finishAll();
        Notice notice = page.card().noticeProperty().get();
        assertThat(notice.warning()).isTrue();
        assertThat(notice.lead()).isEqualTo("Somebody else enabled an open tunnel first.");
        assertThat(events).containsExactly(new PageEvent.TunnelOn("Somebody else enabled a tunnel first."));
    }

    @Test
    void cancellingReadsWhatHappened() {
        show(api());
        page.enable();
        page.dialogProperty().get().submit();
        fixture.api.enabledElsewhere(ID, new TunnelSettings(AuthMode.AUTHENTICATED, true, false));
        page.cancelEnable();
        assertThat(page.dialogProperty().get()).isNull();
        tasks.finishAll();
        assertThat(page.card().noticeProperty().get().lead())
                .isEqualTo("The tunnel came on although you cancelled.");
        assertThat(fixture.api.count(Call.ENABLE)).isZero();
    }

    @Test
    void cancellingAnUntouchedDialogSendsNothing() {
        show(api());
        page.enable();
        fixture.api.clearLog();
        page.cancelEnable();
        tasks.finishAll();
        assertThat(fixture.api.log()).isEmpty();
    }

    @Test
    void removes() {
        show(api().authenticated());
        page.card().remove();
        assertThat(page.card().removingProperty().get()).isTrue();
        page.card().remove();
        tasks.finishAll();
        assertThat(fixture.api.count(Call.REMOVE)).isEqualTo(1);
        assertThat(page.card().removingProperty().get()).isFalse();
        assertThat(page.card().stateProperty().get()).isInstanceOf(CardState.NoTunnel.class);
        assertThat(events).containsExactly(new PageEvent.TunnelGone("Tunnel removed"));
    }

    @Test
    void aFailedRemovalSaysWhatIsTrue() {
        show(api().authenticated());
        fixture.api.fail(Call.REMOVE, new Problem.Server(FakeRunloopApi.reply(500, "boom")));
        page.card().remove();
        tasks.finishAll();
        assertThat(page.card().troubleProperty().get())
                .isEqualTo(new Trouble("Not removed. Runloop answered 500:", "boom", "The tunnel is as it was.",
                        "req_500"));
        page.card().remove();
        assertThat(page.card().troubleProperty().get()).isNull();
        tasks.finishAll();
        assertThat(page.card().stateProperty().get()).isInstanceOf(CardState.NoTunnel.class);
    }

    @Test
    void aRemovalNobodyKnowsTheEndOfSaysSo() {
        show(api().authenticated());
        fixture.api.fail(Call.REMOVE, new Problem.Unanswered(true));
        fixture.api.after(Call.REMOVE, () -> fixture.api.breakDown(Call.GET, new Problem.Unanswered(true)));
        page.card().remove();
        tasks.finishAll();
        assertThat(page.card().troubleProperty().get().lead()).isEqualTo("Nobody knows if the tunnel is gone.");
    }

    @Test
    void workOnOneDevboxNeverShowsOnAnother() {
        show(api().authenticated(), Devboxes.running("web").authenticated());
        fixture.api.fail(Call.REMOVE, new Problem.Refused(FakeRunloopApi.reply(422, "no")));
        page.card().remove();
        page.show("dbx_web");
        assertThat(page.card().removingProperty().get()).isFalse();
        tasks.finishAll();
        assertThat(page.card().troubleProperty().get()).isNull();
        page.show(ID);
        assertThat(page.card().troubleProperty().get().text()).isEqualTo("no");
    }

    @Test
    void suspendsAndResumes() {
        show(api());
        page.header().press();
        assertThat(page.header().stateProperty().get().busy()).isTrue();
        page.header().press();
        tasks.finishAll();
        assertThat(fixture.api.count(Call.SUSPEND)).isEqualTo(1);
        assertThat(page.header().stateProperty().get().details()).startsWith("Suspending");
        fixture.api.settle(ID);
        fixture.nextRead();
        page.header().press();
        tasks.finishAll();
        assertThat(fixture.api.count(Call.RESUME)).isEqualTo(1);
    }

    @Test
    void aRefusedSuspendIsSaidAndTriedAgain() {
        show(api());
        fixture.api.fail(Call.SUSPEND, new Problem.Server(FakeRunloopApi.reply(500, "boom")));
        page.header().press();
        tasks.finishAll();
        assertThat(page.header().troubleProperty().get().lead()).isEqualTo("Not suspended. Runloop answered 500:");
        page.header().tryAgain();
        tasks.finishAll();
        assertThat(page.header().troubleProperty().get()).isNull();
    }

    private void suspendWithoutAnAnswer() {
        fixture.api.fail(Call.SUSPEND, new Problem.Unanswered(true));
        fixture.api.after(Call.SUSPEND, () -> fixture.api.breakDown(Call.GET, new Problem.Unanswered(true)));
        page.header().press();
        tasks.finishAll();
        fixture.api.heal();
    }

    @Test
    void aSuspendNobodyKnowsTheEndOfSaysSoUntilItShows() {
        show(api());
        suspendWithoutAnAnswer();
        assertThat(page.header().troubleProperty().get().lead())
                .isEqualTo("Nobody knows if the devbox was suspended.");
        fixture.api.move(ID, Kind.SUSPENDED);
        fixture.nextRead();
        assertThat(page.header().stateProperty().get().verb()).isEqualTo(Verb.RESUME);
        assertThat(page.header().troubleProperty().get()).isNull();
        page.header().tryAgain();
        assertThat(tasks.waiting()).as("nothing is sent").isZero();
    }

    @Test
    void aSuspendThatWasReadNotToHaveHappenedSaysSo() {
        show(api());
        fixture.api.fail(Call.SUSPEND, new Problem.Unanswered(true));
        page.header().press();
        tasks.finishAll();
        assertThat(page.header().troubleProperty().get()).isEqualTo(
                new Trouble("Not suspended.", "No answer came in time.", "The devbox is as it was.", null));
    }

    @Test
    void whatWentWrongIsTriedAgainOnlyWhereItFits() {
        show(api());
        fixture.api.fail(Call.KEEP_ALIVE, new Problem.Unanswered(true));
        page.header().resetIdleTimer();
        tasks.finishAll();
        assertThat(page.header().troubleProperty().get().lead())
                .isEqualTo("Nobody knows if the idle timer was restarted.");
        assertThat(page.header().retryUnavailableProperty().get()).isNull();
        fixture.api.move(ID, Kind.SUSPENDED);
        fixture.nextRead();
        assertThat(page.header().retryUnavailableProperty().get())
                .isEqualTo("Only a running devbox has an idle timer; this one is suspended.");
        page.header().tryAgain();
        assertThat(tasks.waiting()).as("nothing is sent").isZero();
        assertThat(page.header().troubleProperty().get()).isNotNull();
    }

    @Test
    void aSuspendIsNotTriedAgainWhileOffline() {
        show(api());
        suspendWithoutAnAnswer();
        fixture.api.breakDown(new Problem.Offline("no route"));
        fixture.nextRead();
        assertThat(page.header().retryUnavailableProperty().get())
                .isEqualTo("Offline since 14:00. Suspending needs the connection.");
        page.header().tryAgain();
        assertThat(tasks.waiting()).as("nothing is sent").isZero();
    }

    @Test
    void restartsTheIdleTimer() {
        show(api());
        page.header().resetIdleTimer();
        tasks.finishAll();
        assertThat(fixture.api.count(Call.KEEP_ALIVE)).isEqualTo(1);
        assertThat(events).containsExactly(new PageEvent.Said("Idle timer restarted"));
    }

    @Test
    void opensThePlatformPage() {
        show(api());
        page.header().openPlatform();
        tasks.finishAll();
        assertThat(fixture.opened).singleElement().hasToString("https://platform.runloop.ai/devboxes/dbx_api");
    }

    @Test
    void looksAtNothingByItself() {
        show(api().open());
        fixture.timeline.advance(Duration.ofMinutes(5));
        assertThat(fixture.api.log()).extracting(FakeRunloopApi.Entry::call)
                .isSubsetOf(Call.LIST, Call.GET);
        assertThat(fixture.opened).isEmpty();
    }
}
