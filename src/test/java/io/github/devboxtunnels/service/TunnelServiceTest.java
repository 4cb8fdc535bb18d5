package io.github.devboxtunnels.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.service.EnableOutcome.AlreadyOn;
import io.github.devboxtunnels.service.EnableOutcome.Enabled;
import io.github.devboxtunnels.service.EnableOutcome.Failed;
import io.github.devboxtunnels.service.EnableOutcome.NotRunning;
import io.github.devboxtunnels.service.EnableOutcome.SomebodyElse;
import io.github.devboxtunnels.service.TunnelService.Step;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TunnelServiceTest {

    private static final TunnelSettings PRIVATE = new TunnelSettings(AuthMode.AUTHENTICATED, true, false);
    private static final TunnelSettings OPEN = new TunnelSettings(AuthMode.OPEN, true, false);
    private static final Problem LOST = new Problem.Unanswered(false);
    private static final Problem BAD_REQUEST = new Problem.Refused(FakeRunloopApi.reply(400, "no"));
    private static final Problem OFFLINE = new Problem.Offline("refused");
    private static final String ID = "dbx_a";

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final FakeRunloopApi api = new FakeRunloopApi(timeline);
    private final DevboxWatcher watcher = new DevboxWatcher(api, timeline);
    private final TunnelService tunnels = new TunnelService(api, watcher, timeline);
    private final List<Step> steps = new ArrayList<>();

    private EnableOutcome enable(TunnelSettings settings) throws Exception {
        return enable(settings, false);
    }

    private EnableOutcome enable(TunnelSettings settings, boolean resume) throws Exception {
        return timeline.moveWhileSleeping(() -> tunnels.enable(ID, settings, resume, steps::add));
    }

    private Devbox remove() throws Exception {
        return timeline.moveWhileSleeping(() -> tunnels.remove(ID));
    }

    private Devbox truth() {
        return api.truth(ID);
    }

    private Devbox shown() {
        return watcher.current().devboxes().stream().filter(devbox -> devbox.id().equals(ID)).findFirst().orElseThrow();
    }

    private static List<Problem> unclear() {
        return List.of(LOST, new Problem.Unanswered(true), new Problem.Server(FakeRunloopApi.reply(504, "late")),
                new Problem.Server(FakeRunloopApi.reply(500, "oops")), new Problem.Malformed("html"),
                new Problem.SlowedDown(FakeRunloopApi.reply(503, "busy"), Duration.ofSeconds(60)));
    }

    private static List<Problem> clear() {
        return List.of(OFFLINE, new Problem.UntrustedCertificate("self-signed"),
                new Problem.Forbidden(FakeRunloopApi.reply(403, "no")),
                new Problem.Unauthorised(FakeRunloopApi.reply(401, "no")),
                new Problem.SlowedDown(FakeRunloopApi.reply(429, "busy"), Duration.ofSeconds(60)));
    }

    @Test
    void enablesAndShowsWhatIsOn() throws Exception {
        api.put(Devboxes.running("a"));
        assertThat(enable(PRIVATE)).isEqualTo(new Enabled(truth()));
        assertThat(truth().tunnel().settings()).isEqualTo(PRIVATE);
        assertThat(shown()).isEqualTo(truth());
        assertThat(steps).containsExactly(Step.ENABLING);
    }

    @Test
    void aTunnelThatIsThereAlreadyIsShownAndNothingIsSent() throws Exception {
        api.put(Devboxes.running("a").open());
        assertThat(enable(PRIVATE)).isEqualTo(new AlreadyOn(truth()));
        assertThat(api.count(Call.ENABLE)).isZero();
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void anAnswerLostAfterTheServerCommittedIsASuccess(Problem problem) throws Exception {
        api.put(Devboxes.running("a"));
        api.commitThenFail(Call.ENABLE, problem);
        assertThat(enable(PRIVATE)).isEqualTo(new Enabled(truth()));
        assertThat(shown().tunnel()).isNotNull();
        assertThat(api.count(Call.ENABLE)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void anAnswerLostBeforeTheServerCommittedIsAFailureThatNamesNoTunnel(Problem problem) throws Exception {
        api.put(Devboxes.running("a"));
        api.fail(Call.ENABLE, problem);
        assertThat(enable(PRIVATE)).isEqualTo(new Failed(problem, truth(), false));
        assertThat(api.count(Call.ENABLE)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void anOpenTunnelOfSomebodyElseIsNeverHandedOutAsThePrivateOne(Problem problem) throws Exception {
        api.put(Devboxes.running("a"));
        api.fail(Call.ENABLE, problem);
        api.before(Call.ENABLE, () -> api.enabledElsewhere(ID, OPEN));
        assertThat(enable(PRIVATE)).isEqualTo(new SomebodyElse(truth()));
    }

    @Test
    void somebodyElseWhoWasQuickerIsSeenThroughTheRefusal() throws Exception {
        api.put(Devboxes.running("a"));
        api.before(Call.ENABLE, () -> api.enabledElsewhere(ID, OPEN));
        assertThat(enable(PRIVATE)).isEqualTo(new SomebodyElse(truth()));
    }

    @Test
    void theSameTunnelMadeBySomebodyElseIsAsGoodAsOurs() throws Exception {
        api.put(Devboxes.running("a"));
        api.before(Call.ENABLE, () -> api.enabledElsewhere(ID, PRIVATE));
        assertThat(enable(PRIVATE)).isEqualTo(new Enabled(truth()));
    }

    @Test
    void eachSettingThatDiffersMakesItSomebodyElses() throws Exception {
        for (TunnelSettings other : List.of(new TunnelSettings(AuthMode.AUTHENTICATED, false, false),
                new TunnelSettings(AuthMode.AUTHENTICATED, true, true), OPEN)) {
            api.put(Devboxes.running("a"));
            api.before(Call.ENABLE, () -> api.enabledElsewhere(ID, other));
            assertThat(enable(PRIVATE)).isEqualTo(new SomebodyElse(truth()));
        }
    }

    @Test
    void aWakeSettingThatTheDevboxOverrulesMakesNoDifference() throws Exception {
        api.put(Devboxes.running("a").ruledWakeOnHttp(true));
        api.before(Call.ENABLE, () -> api.enabledElsewhere(ID, PRIVATE));
        assertThat(enable(new TunnelSettings(AuthMode.AUTHENTICATED, true, true))).isInstanceOf(Enabled.class);
    }

    @Test
    void aServerThatCommitsAfterTheAnswerWasLostAndAfterTheFirstLookIsStillSeen() throws Exception {
        api.put(Devboxes.running("a"));
        api.fail(Call.ENABLE, new Problem.Unanswered(true));
        api.before(Call.GET, () -> {
        });
        api.before(Call.GET, () -> {
        });
        api.before(Call.GET, () -> api.enabledElsewhere(ID, PRIVATE));
        assertThat(enable(PRIVATE)).isEqualTo(new Enabled(truth()));
    }

    @ParameterizedTest
    @MethodSource("clear")
    void whereTheServerSurelyDidNothingNothingIsLookedFor(Problem problem) throws Exception {
        api.put(Devboxes.running("a"));
        api.fail(Call.ENABLE, problem);
        assertThat(enable(PRIVATE)).isEqualTo(new Failed(problem, truth(), false));
        assertThat(api.count(Call.GET)).isEqualTo(1);
    }

    @Test
    void readingIsTriedAgainBeforeNobodyKnows() throws Exception {
        api.put(Devboxes.running("a"));
        api.commitThenFail(Call.ENABLE, LOST);
        api.before(Call.ENABLE, () -> {
            api.fail(Call.GET, OFFLINE);
            api.fail(Call.GET, LOST);
        });
        assertThat(enable(PRIVATE)).isEqualTo(new Enabled(truth()));
    }

    @Test
    void whenTheDevboxCannotBeReadNobodyKnows() throws Exception {
        api.put(Devboxes.running("a"));
        api.commitThenFail(Call.ENABLE, LOST);
        api.before(Call.ENABLE, () -> api.breakDown(Call.GET, OFFLINE));
        assertThat(enable(PRIVATE)).isEqualTo(new Failed(LOST, null, false));
        assertThat(Duration.between(SimulatedTimeline.START, timeline.now())).isLessThanOrEqualTo(
                Duration.ofSeconds(15));
    }

    @Test
    void whenNothingWasSentWhatWasKnownStillHolds() throws Exception {
        api.put(Devboxes.running("a"));
        watcher.accept(truth());
        api.breakDown(OFFLINE);
        assertThat(enable(PRIVATE)).isEqualTo(new Failed(OFFLINE, truth(), false));
        assertThat(api.count(Call.ENABLE)).isZero();
    }

    @Test
    void aDevboxThatStoppedInTheGapIsToldFromOneThatHasATunnel() throws Exception {
        api.put(Devboxes.running("a"));
        api.before(Call.ENABLE, () -> api.move(ID, Kind.SUSPENDING));
        assertThat(enable(PRIVATE)).isEqualTo(new NotRunning(truth()));
    }

    @Test
    void aRefusalOfARunningDevboxWithoutATunnelIsAFailure() throws Exception {
        api.put(Devboxes.running("a"));
        api.fail(Call.ENABLE, BAD_REQUEST);
        assertThat(enable(PRIVATE)).isEqualTo(new Failed(BAD_REQUEST, truth(), false));
    }

    @Test
    void aDevboxThatIsGoneIsAFailureThatKnowsNoDevbox() throws Exception {
        assertThat(enable(PRIVATE)).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.problem()).isInstanceOf(Problem.NotFound.class);
            assertThat(failed.devbox()).isNull();
        });
    }

    @Test
    void anAnswerThatIsNotPrivateIsNotHandedOutAsPrivate() throws Exception {
        for (String word : List.of("open", "public", "whatever")) {
            api.put(Devboxes.running("a"));
            api.tunnelsMade(tunnel -> new Tunnel(tunnel.key(), AuthMode.of(word), null, tunnel.createdAt(), true,
                    false));
            assertThat(enable(PRIVATE)).isEqualTo(new SomebodyElse(truth()));
        }
    }

    @Test
    void anotherWordForOpenIsStillOpen() throws Exception {
        api.put(Devboxes.running("a"));
        api.tunnelsMade(tunnel -> new Tunnel(tunnel.key(), AuthMode.of("public"), null, tunnel.createdAt(), true,
                false));
        api.commitThenFail(Call.ENABLE, LOST);
        assertThat(enable(OPEN)).isEqualTo(new Enabled(truth()));
    }

    @Test
    void aTokenThatTheAnswerLacksIsReadFromTheDevbox() throws Exception {
        api.put(Devboxes.running("a"));
        api.tunnelsMade(tunnel -> new Tunnel(tunnel.key(), tunnel.authMode(), null, tunnel.createdAt(), true, false));
        api.after(Call.ENABLE, () -> {
            Tunnel broken = truth().tunnel();
            api.change(ID, devbox -> devbox.withTunnel(new Tunnel(broken.key(), broken.authMode(),
                    Devboxes.tunnelOf("x", PRIVATE, SimulatedTimeline.START).token(), broken.createdAt(), true,
                    false)));
        });
        assertThat(enable(PRIVATE)).isEqualTo(new Enabled(truth()));
        assertThat(shown().tunnel().token()).isNotNull();
    }

    @Test
    void anAuthenticatedTunnelWithoutATokenIsOnAndSaysSo() throws Exception {
        api.put(Devboxes.running("a"));
        api.tunnelsMade(tunnel -> new Tunnel(tunnel.key(), tunnel.authMode(), null, tunnel.createdAt(), true, false));
        assertThat(enable(PRIVATE)).isEqualTo(new Enabled(truth()));
        assertThat(truth().tunnel().token()).isNull();
    }

    @Test
    void aSuspendedDevboxIsResumedOnlyWhenAsked() throws Exception {
        api.put(Devboxes.suspended("a"));
        assertThat(enable(PRIVATE)).isEqualTo(new NotRunning(truth()));
        assertThat(api.count(Call.RESUME)).isZero();
        assertThat(enable(PRIVATE, true)).isEqualTo(new Enabled(truth()));
        assertThat(truth().status().running()).isTrue();
        assertThat(steps).containsExactly(Step.RESUMING, Step.ENABLING);
        assertThat(shown()).isEqualTo(truth());
    }

    @Test
    void whatCannotBeResumedIsNotRunning() throws Exception {
        for (Kind kind : List.of(Kind.PROVISIONING, Kind.SUSPENDING, Kind.SHUTDOWN, Kind.FAILURE)) {
            api.put(Devboxes.named("a", kind));
            assertThat(enable(PRIVATE, true)).isEqualTo(new NotRunning(truth()));
        }
        assertThat(api.count(Call.RESUME)).isZero();
        assertThat(api.count(Call.ENABLE)).isZero();
    }

    @Test
    void aResumeWhoseAnswerIsLostGoesOn() throws Exception {
        api.put(Devboxes.suspended("a"));
        api.commitThenFail(Call.RESUME, LOST);
        assertThat(enable(PRIVATE, true)).isEqualTo(new Enabled(truth()));
        assertThat(api.count(Call.RESUME)).isEqualTo(1);
    }

    @Test
    void aResumeThatFailsLeavesTheDevboxAsItWas() throws Exception {
        api.put(Devboxes.suspended("a"));
        api.fail(Call.RESUME, BAD_REQUEST);
        assertThat(enable(PRIVATE, true)).isEqualTo(new Failed(BAD_REQUEST, truth(), false));
    }

    @Test
    void waitingSurvivesABrokenConnection() throws Exception {
        api.put(Devboxes.suspended("a"));
        api.fail(Call.WAIT, LOST);
        api.fail(Call.WAIT, OFFLINE);
        assertThat(enable(PRIVATE, true)).isEqualTo(new Enabled(truth()));
    }

    @Test
    void aDevboxThatDoesNotWakeInTwoMinutesIsAFailureAfterAResume() throws Exception {
        api.put(Devboxes.suspended("a"));
        api.settlesWhenWaitedFor(false);
        assertThat(enable(PRIVATE, true)).isEqualTo(new Failed(new Problem.Unanswered(true), truth(), true));
        assertThat(truth().status().kind()).isEqualTo(Kind.RESUMING);
        assertThat(Duration.between(SimulatedTimeline.START, timeline.now())).isBetween(Duration.ofSeconds(115),
                Duration.ofSeconds(121));
    }

    @Test
    void aDevboxThatEndsOnTheWayIsNotRunning() throws Exception {
        api.put(Devboxes.suspended("a"));
        api.after(Call.RESUME, () -> api.move(ID, Kind.FAILURE));
        assertThat(enable(PRIVATE, true)).isEqualTo(new NotRunning(truth()));
    }

    @Test
    void anEnableThatFailsAfterTheResumeSaysThatItWasResumed() throws Exception {
        api.put(Devboxes.suspended("a"));
        api.fail(Call.ENABLE, LOST);
        assertThat(enable(PRIVATE, true)).isEqualTo(new Failed(LOST, truth(), true));
    }

    @Test
    void aTunnelMadeDuringTheResumeIsShownAsWhatItIs() throws Exception {
        api.put(Devboxes.suspended("a"));
        api.before(Call.WAIT, () -> api.enabledElsewhere(ID, OPEN));
        assertThat(enable(PRIVATE, true)).isEqualTo(new AlreadyOn(truth()));
        assertThat(api.count(Call.ENABLE)).isZero();
    }

    @Test
    void removes() throws Exception {
        api.put(Devboxes.running("a").open());
        watcher.accept(truth());
        assertThat(remove()).isEqualTo(truth());
        assertThat(shown().tunnel()).isNull();
    }

    @Test
    void removesWhatTheListHasNotSeenYet() throws Exception {
        api.put(Devboxes.running("a").open());
        assertThat(remove().tunnel()).isNull();
    }

    @Test
    void aTunnelThatIsGoneAlreadyIsRemoved() throws Exception {
        api.put(Devboxes.running("a"));
        assertThat(remove().tunnel()).isNull();
        api.fail(Call.REMOVE, new Problem.NotFound(FakeRunloopApi.reply(404, "no tunnel")));
        assertThat(remove().tunnel()).isNull();
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void aRemovalWhoseAnswerIsLostIsARemoval(Problem problem) throws Exception {
        api.put(Devboxes.running("a").open());
        watcher.accept(truth());
        api.commitThenFail(Call.REMOVE, problem);
        assertThat(remove().tunnel()).isNull();
        assertThat(shown().tunnel()).isNull();
    }

    @Test
    void aTunnelThatIsStillThereIsAFailure() {
        api.put(Devboxes.running("a").open());
        for (Problem problem : List.of(LOST, BAD_REQUEST, OFFLINE)) {
            api.fail(Call.REMOVE, problem);
            assertThatThrownBy(this::remove).isInstanceOfSatisfying(ProblemException.class,
                    e -> assertThat(e.problem()).isEqualTo(problem));
        }
    }

    @Test
    void aRemovalNobodyCanLookAtIsAFailure() {
        api.put(Devboxes.running("a").open());
        api.commitThenFail(Call.REMOVE, LOST);
        api.breakDown(Call.GET, OFFLINE);
        assertThatThrownBy(this::remove).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem()).isEqualTo(LOST));
    }
}
