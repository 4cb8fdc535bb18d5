package io.github.devboxtunnels.ui.tunnel;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.settings.Settings.TunnelChoices;
import io.github.devboxtunnels.testing.DeferredTaskRunner;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.testing.MemorySettings;
import io.github.devboxtunnels.testing.Sessions;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EnableTunnelViewModelTest {

    private static final TunnelSettings PRIVATE = new TunnelSettings(AuthMode.AUTHENTICATED, true, false);
    private static final TunnelSettings PUBLIC = new TunnelSettings(AuthMode.OPEN, true, false);

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final FakeRunloopApi api = new FakeRunloopApi(timeline);
    private final Session session = Sessions.of(api, timeline);
    private final DeferredTaskRunner tasks = new DeferredTaskRunner(timeline);
    private final VerbGuard guard = new VerbGuard(ZoneOffset.UTC);
    private final MemorySettings settings = new MemorySettings();
    private final LastChoices choices = new LastChoices(settings, "acme");
    private final List<EnableResult> results = new ArrayList<>();

    private EnableTunnelViewModel dialog(Devboxes devbox) {
        Devbox built = devbox.build();
        api.put(built);
        return new EnableTunnelViewModel(built, session, tasks, guard, choices, results::add);
    }

    private static Devboxes agent() {
        return Devboxes.running("agent-43").suspendsAfter(Duration.ofMinutes(15));
    }

    @Test
    void beginsPrivateAwakeAndUnwakeable() {
        var dialog = dialog(agent());
        assertThat(dialog.title()).isEqualTo("Enable a tunnel on agent-43");
        assertThat(dialog.settings()).isEqualTo(PRIVATE);
        assertThat(dialog.primaryProperty().get()).isEqualTo("Enable tunnel");
        assertThat(dialog.keepAliveHintProperty().get()).isEqualTo("Traffic restarts the 15 min idle timer.");
        assertThat(dialog.wakeHintProperty().get())
                .isEqualTo("While it is suspended, requests fail until someone resumes it.");
        assertThat(api.log()).isEmpty();
    }

    @Test
    void openSaysWhatItMeans() {
        var dialog = dialog(agent());
        dialog.openProperty().set(true);
        assertThat(dialog.primaryProperty().get()).isEqualTo("Enable open tunnel");
        assertThat(dialog.keepAliveHintProperty().get())
                .isEqualTo("Any visitor restarts the 15 min idle timer, and running time is billed.");
        assertThat(api.log()).as("changing an option sends nothing").isEmpty();
    }

    @Test
    void switchesExplainTheirPosition() {
        var dialog = dialog(agent());
        dialog.keepAliveProperty().set(false);
        dialog.wakeProperty().set(true);
        assertThat(dialog.keepAliveHintProperty().get()).isEqualTo("Suspends after 15 min, even while in use.");
        assertThat(dialog.wakeHintProperty().get()).contains("Also wakes for bots and link previews");
    }

    @Test
    void keepAliveChangesNothingWithoutAnIdlePolicy() {
        var dialog = dialog(Devboxes.running("plain"));
        assertThat(dialog.keepAliveHintProperty().get()).contains("changes nothing");
    }

    @Test
    void theDevboxRulesTheWakeSwitchAndItsValueIsSent() {
        var dialog = dialog(agent().ruledWakeOnHttp(true));
        assertThat(dialog.wakeRuledProperty().get()).isTrue();
        assertThat(dialog.wakeProperty().get()).isTrue();
        assertThat(dialog.wakeHintProperty().get()).contains("The devbox rules this");
        dialog.submit();
        tasks.finishAll();
        assertThat(results.getFirst().devbox().tunnel().wakeOnHttp()).isTrue();
        assertThat(settings.current().choices().get("acme")).as("what the person chose")
                .isEqualTo(new TunnelChoices(true, false));
    }

    @Test
    void remembersTheSwitchesButNeverOpen() {
        var first = dialog(agent());
        first.openProperty().set(true);
        first.keepAliveProperty().set(false);
        first.wakeProperty().set(true);
        first.submit();
        tasks.finishAll();
        var second = dialog(Devboxes.running("other"));
        assertThat(second.settings()).isEqualTo(new TunnelSettings(AuthMode.AUTHENTICATED, false, true));
    }

    @Test
    void enablesWithAllThreeSettingsAndListsThePorts() {
        var dialog = dialog(agent());
        dialog.ports().textProperty().set("3000, http://localhost:8080/admin");
        dialog.submit();
        assertThat(dialog.busyProperty().get()).isEqualTo("Enabling…");
        dialog.submit();
        assertThat(tasks.waiting()).as("Enter is ignored while busy").isEqualTo(1);
        tasks.finishAll();
        assertThat(results.getFirst().how()).isEqualTo(EnableResult.How.NEW);
        assertThat(results.getFirst().ports()).containsExactly(ListedPort.of(3000, "/"),
                ListedPort.of(8080, "/admin"));
        assertThat(api.truth("dbx_agent-43").tunnel().settings()).isEqualTo(PRIVATE);
    }

    @Test
    void aWordThatIsNoPortStopsItAndStays() {
        var dialog = dialog(agent());
        dialog.ports().textProperty().set("3000, web");
        dialog.submit();
        assertThat(tasks.waiting()).isZero();
        assertThat(dialog.ports().errorProperty().get()).startsWith("“web” names no port");
        dialog.ports().textProperty().set("3000, 70000");
        assertThat(dialog.ports().errorProperty().get()).isEmpty();
        dialog.submit();
        assertThat(dialog.ports().errorProperty().get()).isEqualTo("70000 is no port. Ports go from 1 to 65535.");
        dialog.ports().textProperty().set("13");
        assertThat(dialog.ports().hintProperty().get()).contains("own terminal service");
    }

    @Test
    void aServerErrorStaysInTheDialogWithWordsAndRequestId() {
        var dialog = dialog(agent());
        dialog.ports().textProperty().set("3000");
        api.fail(Call.ENABLE, new Problem.Server(new Problem.Reply(500, "internal error allocating tunnel", null,
                "req_7f3a91c2e4")));
        dialog.submit();
        tasks.finishAll();
        assertThat(results).isEmpty();
        assertThat(dialog.troubleProperty().get()).isEqualTo(new Trouble("Not enabled. Runloop answered 500:",
                "internal error allocating tunnel", "Read the devbox again: no tunnel was created.",
                "req_7f3a91c2e4"));
        assertThat(dialog.primaryProperty().get()).isEqualTo("Try again");
        assertThat(dialog.ports().textProperty().get()).isEqualTo("3000");
        dialog.submit();
        assertThat(dialog.troubleProperty().get()).isNull();
        tasks.finishAll();
        assertThat(results).hasSize(1);
    }

    @Test
    void aLostAnswerIsNoFailureWhenTheTunnelIsThere() {
        var dialog = dialog(agent());
        api.commitThenFail(Call.ENABLE, new Problem.Unanswered(true));
        dialog.submit();
        tasks.finishAll();
        assertThat(results.getFirst().how()).isEqualTo(EnableResult.How.NEW);
        assertThat(results.getFirst().devbox().tunnel().open()).isFalse();
    }

    @Test
    void whenNobodyKnowsItSaysSoAndLooksAgain() {
        var dialog = dialog(agent());
        api.commitThenFail(Call.ENABLE, new Problem.Unanswered(false));
        api.after(Call.ENABLE, () -> api.breakDown(Call.GET, new Problem.Unanswered(false)));
        dialog.submit();
        tasks.finishAll();
        assertThat(dialog.troubleProperty().get().lead()).startsWith("Nobody knows if the tunnel is on.");
        assertThat(dialog.primaryProperty().get()).isEqualTo("Look again");
        guard.update(new DevboxList(List.of(), DevboxList.Ended.UNASKED, SimulatedTimeline.START,
                new Problem.Offline("no route"), 1, null));
        dialog.update(Devboxes.running("agent-43").build());
        assertThat(dialog.unavailableProperty().get()).as("looking again is never held back").isEmpty();
        dialog.submit();
        assertThat(dialog.busyProperty().get()).isEqualTo("Looking…");
        tasks.finishAll();
        assertThat(dialog.primaryProperty().get()).isEqualTo("Look again");
        api.heal();
        dialog.submit();
        tasks.finishAll();
        assertThat(results.getFirst().how()).isEqualTo(EnableResult.How.NEW);
        assertThat(api.count(Call.ENABLE)).as("looking never enables").isEqualTo(1);
    }

    @Test
    void lookingAgainMayFindNothing() {
        var dialog = dialog(agent());
        api.fail(Call.ENABLE, new Problem.Unanswered(false));
        api.after(Call.ENABLE, () -> api.breakDown(Call.GET, new Problem.Offline("no route")));
        dialog.submit();
        tasks.finishAll();
        api.heal();
        dialog.submit();
        tasks.finishAll();
        assertThat(results).isEmpty();
        assertThat(dialog.troubleProperty().get().text()).isEqualTo("The devbox has no tunnel.");
        assertThat(dialog.primaryProperty().get()).isEqualTo("Try again");
    }

    @Test
    void aTunnelThatIsOnAlreadyIsNoError() {
        var dialog = dialog(agent());
        api.enabledElsewhere("dbx_agent-43", PUBLIC);
        dialog.submit();
        tasks.finishAll();
        assertThat(results.getFirst().how()).isEqualTo(EnableResult.How.ALREADY);
    }

    @Test
    void anOpenTunnelOfSomebodyElseIsNeverTheOneAskedFor() {
        var dialog = dialog(agent());
        api.before(Call.ENABLE, () -> api.enabledElsewhere("dbx_agent-43", PUBLIC));
        dialog.submit();
        tasks.finishAll();
        assertThat(results.getFirst().how()).isEqualTo(EnableResult.How.SOMEBODY_ELSE);
        assertThat(results.getFirst().devbox().tunnel().open()).isTrue();
    }

    @Test
    void aSuspendedDevboxIsResumedFirst() {
        var dialog = dialog(Devboxes.suspended("feature-login"));
        assertThat(dialog.primaryProperty().get()).isEqualTo("Resume and enable");
        List<String> steps = new ArrayList<>();
        dialog.busyProperty().subscribe(step -> {
            steps.add(step);
        });
        dialog.submit();
        tasks.finishAll();
        assertThat(steps).contains("Resuming…", "Enabling…");
        assertThat(results.getFirst().how()).isEqualTo(EnableResult.How.NEW);
    }

    @Test
    void aDevboxOnItsWayCannotBeAskedAndTheReasonIsSaid() {
        var dialog = dialog(Devboxes.named("slow-boot", Kind.PROVISIONING));
        assertThat(dialog.unavailableProperty().get()).isEqualTo("The devbox is provisioning.");
        dialog.submit();
        assertThat(tasks.waiting()).isZero();
        dialog.update(Devboxes.running("slow-boot").build());
        assertThat(dialog.unavailableProperty().get()).isEmpty();
    }

    @Test
    void offlineSaysSinceWhen() {
        guard.update(new DevboxList(List.of(), DevboxList.Ended.UNASKED, SimulatedTimeline.START,
                new Problem.Offline("no route"), 1, null));
        assertThat(dialog(agent()).unavailableProperty().get())
                .isEqualTo("Offline since 14:00. Enabling a tunnel needs the connection.");
    }

    @Test
    void aKeyThatMayNotIsToldApartFromABrokenServer() {
        var dialog = dialog(agent());
        api.fail(Call.ENABLE, new Problem.Forbidden(FakeRunloopApi.reply(403, "read only key")));
        dialog.submit();
        tasks.finishAll();
        assertThat(guard.reason(Verb.ENABLE)).isEqualTo("This key may not enable tunnels: read only key");
        assertThat(guard.reason(Verb.REMOVE)).contains("read only key");
        assertThat(guard.reason(Verb.SUSPEND)).isNull();
    }

    @Test
    void cancelStopsWaitingAndSaysThatSomethingWasSent() {
        var dialog = dialog(agent());
        assertThat(dialog.cancel()).isFalse();
        dialog.submit();
        assertThat(dialog.cancel()).isTrue();
        assertThat(tasks.waiting()).isZero();
        assertThat(results).isEmpty();
    }
}
