package io.github.devboxtunnels.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.devboxtunnels.gateway.GatewayState.StopReason;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.service.GatewayOpening.Impossible;
import io.github.devboxtunnels.service.GatewayOpening.Ready;
import io.github.devboxtunnels.service.GatewayOpening.Reason;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeGateways;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the service does with gateways, whatever is behind them. */
class GatewayServiceTest {

    private static final String WEB = "dbx_web";
    private static final String JOBS = "dbx_jobs";

    private final SimulatedTimeline time = new SimulatedTimeline();
    private final FakeRunloopApi api = new FakeRunloopApi(time);
    private final DevboxWatcher watcher = new DevboxWatcher(api, time);
    private final FakeGateways gateways = new FakeGateways();
    private final AtomicInteger made = new AtomicInteger();
    private final GatewayService service = service(gateways);
    private final Heard heard = new Heard();

    private static final class Heard implements GatewayService.Listener {
        private final List<GatewayEvent> events = new ArrayList<>();
        private int changes;

        @Override
        public void changed() {
            changes++;
        }

        @Override
        public void happened(GatewayEvent event) {
            events.add(event);
        }
    }

    private GatewayService service(Gateways behind) {
        return new GatewayService(_ -> {
            made.incrementAndGet();
            return behind;
        }, watcher, new AddressTemplate("https", "tunnel.runloop.ai"), time);
    }

    private void watch() {
        api.put(Devboxes.running("web").authenticated(), Devboxes.running("jobs").authenticated());
        watcher.start();
        service.subscribe(heard);
        time.advance(Duration.ZERO);
    }

    private Ready open(String id, int port) throws InterruptedException {
        return (Ready) service.open(id, ListedPort.of(port, "/"));
    }

    private Reason refused(Devbox devbox) throws InterruptedException {
        api.put(devbox);
        return ((Impossible) service.open(devbox.id(), ListedPort.of(3000, "/"))).why();
    }

    private void readAgain() {
        watcher.refreshNow();
        time.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        service.close();
        watcher.close();
    }

    @Test
    void nothingIsMadeBeforeTheFirstStartAndOnlyOneThenForAll() throws Exception {
        watch();
        time.advance(Duration.ofMinutes(5));
        service.stop(WEB, 3000);
        service.stopAll(WEB);
        assertThat(service.running()).isEmpty();
        assertThat(made).hasValue(0);
        open(WEB, 3000);
        open(JOBS, 3000);
        assertThat(made).hasValue(1);
    }

    @Test
    void openGivesAnAddressAndAPageAndStartTheAddressAlone() throws Exception {
        watch();
        ListedPort lab = ListedPort.of(8888, "/lab");
        Ready started = (Ready) service.start(WEB, lab);
        Ready opened = (Ready) service.open(WEB, lab);
        assertThat(started.address()).hasToString("http://8888-web-kq3vtz7mwx2p.localhost:49200/lab");
        assertThat(started.page()).isNull();
        assertThat(opened.address()).isEqualTo(started.address());
        assertThat(opened.page()).hasFileName("open-8888-1-lab.html");
    }

    @Test
    void eachPortOfEachDevboxHasOneGateway() throws Exception {
        watch();
        open(WEB, 3000);
        open(JOBS, 3000);
        open(WEB, 8080);
        open(WEB, 3000);
        assertThat(gateways.started()).hasSize(3);
        assertThat(service.running()).extracting(status -> status.devboxId() + " " + status.port())
                .containsExactly("dbx_web 3000", "dbx_jobs 3000", "dbx_web 8080");
    }

    @Test
    void stoppingOneLeavesTheOthers() throws Exception {
        watch();
        open(WEB, 3000);
        open(WEB, 8080);
        open(JOBS, 3000);
        service.stop(WEB, 8080);
        assertThat(service.running()).extracting(GatewayStatus::port).containsExactly(3000, 3000);
        service.stopAll(WEB);
        assertThat(service.running()).extracting(GatewayStatus::devboxId).containsExactly(JOBS);
        assertThat(heard.events).as("who asked for it need not be told").isEmpty();
        open(WEB, 8080);
        assertThat(gateways.started()).hasSize(4);
    }

    @Test
    void withoutATokenToAddNothingStarts() throws Exception {
        Tunnel tunnel = Devboxes.tunnelOf("web", new TunnelSettings(AuthMode.AUTHENTICATED, true, false),
                SimulatedTimeline.START);
        Tunnel tokenless = new Tunnel(tunnel.key(), AuthMode.AUTHENTICATED, null, tunnel.createdAt(), true, false);
        assertThat(refused(Devboxes.running("web").build())).isEqualTo(Reason.NO_TUNNEL);
        assertThat(refused(Devboxes.ended("web").authenticated().build())).isEqualTo(Reason.NO_TUNNEL);
        assertThat(refused(Devboxes.running("web").open().build())).isEqualTo(Reason.NO_TOKEN);
        assertThat(refused(Devboxes.running("web").tunnel(tokenless).build())).isEqualTo(Reason.NO_TOKEN);
        api.forget(WEB);
        assertThat(service.open(WEB, ListedPort.of(3000, "/"))).isEqualTo(new Impossible(Reason.NO_TUNNEL));
        assertThat(made).hasValue(0);
    }

    @Test
    void aDevboxThatCannotBeReadIsNotTakenForOneThatRuns() {
        watch();
        api.fail(Call.GET, new Problem.Offline("no route"));
        assertThatThrownBy(() -> open(WEB, 3000)).isInstanceOf(ProblemException.class);
        assertThat(service.running()).isEmpty();
        assertThat(made).hasValue(0);
    }

    @Test
    void withoutAListenerOrASecretOfThisInstallationNothingRuns() throws Exception {
        watch();
        gateways.noPort();
        assertThat(service.open(WEB, ListedPort.of(3000, "/"))).isEqualTo(new Impossible(Reason.NO_LISTENER));
        assertThat(service.running()).isEmpty();
        try (GatewayService other = new GatewayService(_ -> {
            throw new UncheckedIOException(new IOException("disk full"));
        }, watcher, new AddressTemplate("https", "tunnel.runloop.ai"), time)) {
            assertThat(other.open(WEB, ListedPort.of(3000, "/"))).isEqualTo(new Impossible(Reason.NO_LISTENER));
        }
    }

    @Test
    void withoutAPageToOpenItSaysSo() throws Exception {
        watch();
        gateways.noPage();
        assertThat(service.open(WEB, ListedPort.of(3000, "/"))).isEqualTo(new Impossible(Reason.NO_PAGE));
        assertThat(service.forgetData(WEB, 3000)).isEmpty();
        assertThat(service.start(WEB, ListedPort.of(3000, "/"))).isInstanceOf(Ready.class);
    }

    @Test
    void dataIsForgottenOfAGatewayThatRuns() throws Exception {
        watch();
        assertThat(service.forgetData(WEB, 3000)).isEmpty();
        open(WEB, 3000);
        assertThat(service.forgetData(WEB, 3000)).contains(Path.of("/pages/forget-3000-2.html"));
        assertThat(service.forgetData(JOBS, 3000)).isEmpty();
    }

    @Test
    void localProgramsAreOutAtEveryStart() throws Exception {
        watch();
        service.setLocalPrograms(WEB, 3000, true);
        open(WEB, 3000);
        assertThat(service.running().getFirst().localPrograms()).as("nothing ran when it was said").isFalse();
        service.setLocalPrograms(WEB, 3000, true);
        assertThat(service.running().getFirst().localPrograms()).isTrue();
        service.stop(WEB, 3000);
        open(WEB, 3000);
        assertThat(service.running().getFirst().localPrograms()).isFalse();
    }

    @Test
    void everyChangeIsTold() throws Exception {
        watch();
        tells(_ -> open(WEB, 3000));
        tells(_ -> service.setLocalPrograms(WEB, 3000, true));
        tells(fake -> fake.request(time.now(), "GET", "/", 200));
        tells(FakeGateways.Fake::refuseToken);
        tells(FakeGateways.Fake::replace);
        tells(fake -> fake.end(StopReason.TUNNEL_GONE));
    }

    private interface Deed {
        void on(FakeGateways.Fake fake) throws InterruptedException;
    }

    private void tells(Deed deed) throws InterruptedException {
        int before = heard.changes;
        deed.on(gateways.started().isEmpty() ? null : gateways.started().getLast());
        assertThat(heard.changes).isGreaterThan(before);
    }

    @Test
    void whatHappensToATunnelIsToldWithDevboxAndPort() throws Exception {
        watch();
        open(WEB, 3000);
        gateways.of(3000).replace();
        gateways.of(3000).refuseToken();
        assertThat(service.running().getFirst().refused()).isTrue();
        for (StopReason reason : List.of(StopReason.TUNNEL_GONE, StopReason.NO_TOKEN, StopReason.DEVBOX_GONE)) {
            open(WEB, 3000);
            gateways.of(3000).end(reason);
            assertThat(service.running()).isEmpty();
        }
        assertThat(heard.events).containsExactly(new GatewayEvent.Replaced(WEB, 3000),
                new GatewayEvent.Refused(WEB, 3000),
                new GatewayEvent.Ended(WEB, 3000, GatewayEvent.End.TUNNEL_GONE),
                new GatewayEvent.Ended(WEB, 3000, GatewayEvent.End.NO_TOKEN),
                new GatewayEvent.Ended(WEB, 3000, GatewayEvent.End.DEVBOX_GONE));
    }

    @Test
    void aBrowserThatAsksIsAnsweredAndTheQuestionCloses() throws Exception {
        watch();
        open(WEB, 3000);
        var asked = gateways.of(3000).ask("4821", time.now());
        GatewayQuestion question = ((GatewayEvent.Asked) heard.events.getFirst()).question();
        assertThat(question.number()).isEqualTo("4821");
        question.approve();
        assertThat(asked.answer()).isEqualTo("approved");
        assertThat(heard.events).containsExactly(new GatewayEvent.Asked(WEB, 3000, question),
                new GatewayEvent.Closed(WEB, 3000, question));
        asked.expire();
        assertThat(heard.events).as("closed once").hasSize(2);
    }

    @Test
    void whoUnsubscribedHearsNothing() throws Exception {
        watch();
        Heard gone = new Heard();
        service.subscribe(gone).close();
        open(WEB, 3000);
        gateways.of(3000).refuseToken();
        assertThat(gone.changes).isZero();
        assertThat(gone.events).isEmpty();
    }

    @Test
    void aGatewayIsToldOfItsDevboxWhenThatChangesAndOnlyThen() throws Exception {
        watch();
        open(WEB, 3000);
        time.advance(Duration.ZERO);
        readAgain();
        readAgain();
        assertThat(gateways.of(3000).told()).isEmpty();
        api.move(WEB, Kind.SUSPENDED);
        readAgain();
        readAgain();
        assertThat(gateways.of(3000).told()).extracting(devbox -> devbox.status().kind())
                .containsExactly(Kind.SUSPENDED);
        api.change(WEB, devbox -> devbox.withTunnel(null));
        readAgain();
        assertThat(gateways.of(3000).told()).hasSize(2).last().satisfies(
                devbox -> assertThat(devbox.tunnel()).isNull());
        api.forget(WEB);
        readAgain();
        readAgain();
        assertThat(gateways.of(3000).told()).hasSize(3).endsWith((Devbox) null);
    }

    @Test
    void requestsOfAllPortsOfADevboxStandInTheOrderOfTime() throws Exception {
        watch();
        open(WEB, 3000);
        open(WEB, 8080);
        open(JOBS, 9000);
        request(3000, "GET", "/first");
        request(8080, "POST", "/second");
        request(9000, "GET", "/of-another");
        request(3000, "GET", "/third");
        assertThat(service.requests(WEB)).extracting(call -> call.port() + call.path())
                .containsExactly("3000/first", "8080/second", "3000/third");
        service.stop(WEB, 3000);
        assertThat(service.requests(WEB)).extracting(GatewayCall::path).containsExactly("/second");
    }

    private void request(int port, String method, String path) {
        time.advance(Duration.ofMillis(5));
        gateways.of(port).request(time.now(), method, path, 200);
    }

    @Test
    void aRequestThatIsStillKeptIsACurlCommand() throws Exception {
        watch();
        open(WEB, 3000);
        request(3000, "GET", "/page");
        request(3000, "POST", "/form");
        List<GatewayCall> calls = service.requests(WEB);
        assertThat(calls).extracting(GatewayCall::repeatable).containsExactly(true, false);
        assertThat(service.curl(WEB, calls.getFirst())).hasValueSatisfying(
                command -> assertThat(command.reveal()).contains("$TUNNEL_TOKEN").endsWith("/page"));
        assertThat(service.curl(WEB, calls.getLast())).isEmpty();
        service.stop(WEB, 3000);
        assertThat(service.curl(WEB, calls.getFirst())).isEmpty();
    }

    @Test
    void theEndOfTheSessionEndsAllForGood() throws Exception {
        watch();
        open(WEB, 3000);
        open(JOBS, 3000);
        service.close();
        assertThat(gateways.closed()).isTrue();
        assertThat(service.running()).isEmpty();
        assertThatThrownBy(() -> open(WEB, 3000)).isInstanceOf(CancellationException.class);
        int told = gateways.started().getFirst().told().size();
        api.move(WEB, Kind.SUSPENDED);
        readAgain();
        assertThat(gateways.started().getFirst().told()).as("the list is not followed any more").hasSize(told);
    }

    @Test
    void aStartThatTheEndOfTheSessionOvertakesLeavesNothing() {
        watch();
        api.before(Call.GET, service::close);
        assertThatThrownBy(() -> open(WEB, 3000)).isInstanceOf(CancellationException.class);
        assertThat(made).hasValue(0);
        assertThat(service.running()).isEmpty();
    }

    @Test
    void aSessionWithoutGatewaysEndsWithoutMakingAny() {
        watch();
        service.close();
        assertThat(made).hasValue(0);
    }
}
