package io.github.devboxtunnels.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.devboxtunnels.api.HttpRunloopApi;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.sandbox.Fault;
import io.github.devboxtunnels.sandbox.Ledger.Change;
import io.github.devboxtunnels.sandbox.Operation;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.service.EnableOutcome.Enabled;
import io.github.devboxtunnels.service.EnableOutcome.Failed;
import io.github.devboxtunnels.service.EnableOutcome.SomebodyElse;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Real connections that really break: what is shown in the end is what the sandbox's ledger says. */
class EnableSurvivesTest {

    private static final TunnelSettings PRIVATE = new TunnelSettings(AuthMode.AUTHENTICATED, true, true);
    private static final TunnelSettings OPEN = new TunnelSettings(AuthMode.OPEN, true, false);
    private static final Duration PAST_THE_TIME_OUT = Duration.ofSeconds(31);

    private static Sandbox sandbox;

    private final SimulatedTimeline clientTime = new SimulatedTimeline();
    private HttpRunloopApi api;
    private DevboxWatcher watcher;
    private TunnelService tunnels;
    private String id;

    @BeforeAll
    static void startServer() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withDevboxes(0), new SimulatedTimeline());
    }

    @AfterAll
    static void stopServer() {
        sandbox.close();
    }

    @BeforeEach
    void connect() {
        sandbox.faults().clear();
        ApiOrigin origin = ApiOrigin.parse(sandbox.baseUrl().toString());
        api = HttpRunloopApi.open(new Connection(Connection.Kind.SANDBOX, origin,
                AddressTemplate.parse(sandbox.tunnelUrlTemplate()), sandbox.key()), clientTime, "test");
        watcher = new DevboxWatcher(api, clientTime);
        tunnels = new TunnelService(api, watcher, clientTime);
        id = sandbox.add("survivor", Kind.RUNNING);
    }

    @AfterEach
    void disconnect() {
        watcher.close();
        api.close();
    }

    private static Stream<Duration> clocks() {
        return Stream.of(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(-1));
    }

    private static Stream<Arguments> lostAnswersAndClocks() {
        return clocks().flatMap(clock -> Stream.of(Fault.resetAfterCommit(), Fault.closeAfterCommit(),
                Fault.gatewayTimeoutAfterCommit(), Fault.halfBody(), Fault.htmlAfterCommit(),
                Fault.internalErrorAfterCommit()).map(fault -> Arguments.of(fault, clock)));
    }

    private <T> T onOwnTime(Callable<T> work) throws Exception {
        return clientTime.moveWhileSleeping(work);
    }

    private EnableOutcome enable(TunnelSettings settings) throws Exception {
        return onOwnTime(() -> tunnels.enable(id, settings, false, step -> {
        }));
    }

    /** Gives up waiting for an answer once the server has committed. */
    private <T> T timeOut(Callable<T> work, int changes) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(onOwnTime(work));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        Awaitility.await().until(() -> sandbox.ledger().tunnelChanges(id).size() == changes);
        clientTime.advance(PAST_THE_TIME_OUT);
        return result.get(20, TimeUnit.SECONDS);
    }

    private Devbox shown() {
        return watcher.current().devboxes().stream().filter(devbox -> devbox.id().equals(id)).findFirst().orElseThrow();
    }

    private List<Change> changes() {
        return sandbox.ledger().tunnelChanges(id).stream().map(change -> change.change()).toList();
    }

    private void showsTheLedger(Devbox devbox) {
        assertThat(devbox.tunnel()).isEqualTo(sandbox.devbox(id).tunnel());
        assertThat(shown().tunnel()).isEqualTo(sandbox.devbox(id).tunnel());
    }

    private void oursIsOn(EnableOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Enabled.class, enabled -> showsTheLedger(enabled.devbox()));
        assertThat(shown().tunnel().settings()).isEqualTo(PRIVATE);
        assertThat(shown().tunnel().token()).isNotNull();
        assertThat(changes()).containsExactly(Change.ENABLED);
    }

    private void theOtherIsShownAsWhatItIs(EnableOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(SomebodyElse.class, other -> showsTheLedger(other.devbox()));
        assertThat(shown().tunnel().open()).isTrue();
        assertThat(changes()).containsExactly(Change.ENABLED);
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void undisturbed(Duration clock) throws Exception {
        clientTime.jumpWallClock(clock);
        oursIsOn(enable(PRIVATE));
    }

    @ParameterizedTest
    @MethodSource("lostAnswersAndClocks")
    void anAnswerLostAfterTheCommit(Fault fault, Duration clock) throws Exception {
        clientTime.jumpWallClock(clock);
        sandbox.faults().next(Operation.ENABLE_TUNNEL, id, fault);
        oursIsOn(enable(PRIVATE));
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void aTimeOutAfterTheCommit(Duration clock) throws Exception {
        clientTime.jumpWallClock(clock);
        sandbox.faults().next(Operation.ENABLE_TUNNEL, id, Fault.slowAnswer(Duration.ofHours(1)));
        oursIsOn(timeOut(() -> enable(PRIVATE), 1));
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void anotherClientThatEnablesAnOpenTunnelInTheGap(Duration clock) throws Exception {
        clientTime.jumpWallClock(clock);
        sandbox.faults().next(Operation.ENABLE_TUNNEL, id, Fault.otherClientEnables(OPEN));
        theOtherIsShownAsWhatItIs(enable(PRIVATE));
    }

    @ParameterizedTest
    @MethodSource("lostAnswersAndClocks")
    void anotherClientInTheGapAndALostAnswer(Fault fault, Duration clock) throws Exception {
        clientTime.jumpWallClock(clock);
        sandbox.faults().next(Operation.ENABLE_TUNNEL, id, Fault.otherClientEnables(OPEN), fault);
        theOtherIsShownAsWhatItIs(enable(PRIVATE));
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void anotherClientInTheGapAndATimeOut(Duration clock) throws Exception {
        clientTime.jumpWallClock(clock);
        sandbox.faults().next(Operation.ENABLE_TUNNEL, id, Fault.otherClientEnables(OPEN),
                Fault.slowAnswer(Duration.ofHours(1)));
        theOtherIsShownAsWhatItIs(timeOut(() -> enable(PRIVATE), 1));
    }

    @Test
    void aConnectionThatBreaksBeforeTheCommitLeavesNoTunnelAndSaysSo() throws Exception {
        sandbox.faults().next(Operation.ENABLE_TUNNEL, id, Fault.resetBeforeCommit());
        assertThat(enable(PRIVATE)).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.problem()).isEqualTo(new Problem.Unanswered(false));
            showsTheLedger(failed.devbox());
        });
        assertThat(shown().tunnel()).isNull();
        assertThat(sandbox.ledger().requests(Operation.ENABLE_TUNNEL).stream()
                .filter(request -> request.devbox().equals(id))).hasSize(1);
    }

    @Test
    void aServerThatIsSlowedDownIsAskedAgainAndCommitsOnce() throws Exception {
        sandbox.faults().next(Operation.ENABLE_TUNNEL, id, Fault.tooManyRequests(Duration.ofSeconds(2)));
        oursIsOn(enable(PRIVATE));
    }

    @Test
    void aTokenThatTheAnswerLacksIsFound() throws Exception {
        sandbox.faults().next(Operation.ENABLE_TUNNEL, id, Fault.absentToken());
        oursIsOn(enable(PRIVATE));
    }

    @Test
    void aModeThatIsNotTheOneAskedForIsNotHandedOutAsPrivate() throws Exception {
        sandbox.faults().always(Fault.unknownAuthMode("public"));
        assertThat(enable(PRIVATE)).isInstanceOf(SomebodyElse.class);
    }

    @ParameterizedTest
    @MethodSource("lostAnswersAndClocks")
    void aRemovalWhoseAnswerIsLost(Fault fault, Duration clock) throws Exception {
        clientTime.jumpWallClock(clock);
        sandbox.enableTunnel(id, OPEN);
        sandbox.faults().next(Operation.REMOVE_TUNNEL, id, fault);
        showsTheLedger(onOwnTime(() -> tunnels.remove(id)));
        assertThat(changes()).containsExactly(Change.ENABLED, Change.REMOVED);
    }

    @Test
    void aRemovalThatTimesOutAfterTheCommit() throws Exception {
        sandbox.enableTunnel(id, OPEN);
        sandbox.faults().next(Operation.REMOVE_TUNNEL, id, Fault.slowAnswer(Duration.ofHours(1)));
        showsTheLedger(timeOut(() -> tunnels.remove(id), 2));
    }

    @Test
    void aTunnelThatAnotherClientHasRemovedIsRemoved() throws Exception {
        sandbox.enableTunnel(id, OPEN);
        sandbox.faults().next(Operation.REMOVE_TUNNEL, id, Fault.otherClientRemoves());
        showsTheLedger(onOwnTime(() -> tunnels.remove(id)));
    }
}
