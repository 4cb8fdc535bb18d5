package io.github.devboxtunnels.ui.gateway;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.github.devboxtunnels.gateway.GatewayRequest;
import io.github.devboxtunnels.gateway.GatewayState.StopReason;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeGateways;
import io.github.devboxtunnels.testing.FakePages;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.Sessions;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GatewaysViewModelTest {

    private static final String API = "dbx_api";
    private static final ListedPort WEB = ListedPort.of(3000, "/");

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final FakeRunloopApi api = new FakeRunloopApi(timeline);
    private final FakeGateways gateways = new FakeGateways();
    private final FakePages pages = new FakePages();
    private final Session session = Sessions.of(api, timeline, gateways);
    private final GatewaysViewModel model = new GatewaysViewModel(session, new ImmediateTaskRunner(timeline), pages);
    private final DevboxGatewaysViewModel page = new DevboxGatewaysViewModel(model, session.gateways(),
            new ImmediateTaskRunner(timeline), ZoneOffset.UTC);
    private final List<GatewayNews> news = new ArrayList<>();

    private void start() {
        start(Devboxes.running("api").suspendsAfter(Duration.ofMinutes(15)).authenticated());
    }

    private void start(Devboxes devbox) {
        model.setOnNews(news::add);
        api.put(devbox);
        session.devboxes().start();
        timeline.advance(Duration.ZERO);
        page.show(API);
    }

    private void readAgain() {
        session.devboxes().refreshNow();
        timeline.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void end() {
        model.close();
        session.close();
    }

    @Test
    void aRequestThatEndsIsShownWithItsAnswer() {
        start();
        model.open(API, WEB, null);
        gateways.of(3000).request(new GatewayRequest(1, timeline.now(), GatewayRequest.Kind.PLAIN, "GET", "/", 0, null,
                0, true));
        assertThat(page.requests().getFirst().spoken()).contains("no answer yet");
        gateways.of(3000).requestEnded(Duration.ofMillis(18));
        assertThat(page.requests().getFirst().spoken()).contains("status 200", "took 18 ms");
    }

    @Test
    void nothingStartsByItself() {
        start();
        timeline.advance(Duration.ofMinutes(1));
        assertThat(gateways.started()).isEmpty();
        assertThat(page.lines()).isEmpty();
    }

    @Test
    void openingStartsItAndHandsThePageToTheBrowser() {
        start();
        model.open(API, WEB, null);
        assertThat(pages.opened()).containsExactly("open-3000-1.html");
        assertThat(page.lines()).singleElement().satisfies(line -> {
            assertThat(line.address()).isEqualTo("http://3000-api-kq3vtz7mwx2p.localhost:49200");
            assertThat(line.access()).isEqualTo("Reachable from this computer only");
            assertThat(line.activity()).isEqualTo("No request yet");
        });
        model.open(API, WEB, FakePages.FIREFOX);
        assertThat(gateways.started()).hasSize(1);
        assertThat(pages.opened()).last().isEqualTo("open-3000-2.html in Firefox");
        assertThat(news).isEmpty();
    }

    @Test
    void aBrowserThatDoesNotOpenLeavesTheAddressToCopy() {
        start();
        pages.refuse();
        model.open(API, ListedPort.of(3000, "/lab"), null);
        assertThat(news).singleElement().isInstanceOfSatisfying(GatewayNews.NotOpened.class, said -> {
            assertThat(said.text()).isEqualTo("No browser could be opened. The gateway runs.");
            assertThat(said.address()).hasToString("http://3000-api-kq3vtz7mwx2p.localhost:49200/lab");
        });
        model.open(API, WEB, FakePages.FIREFOX);
        assertThat(news).last().extracting(GatewayNews::text)
                .isEqualTo("Firefox could not be opened. The gateway runs.");
    }

    @Test
    void whatCannotBeOpenedIsSaid() {
        start();
        gateways.noPort();
        model.open(API, WEB, null);
        api.fail(Call.GET, new Problem.Offline("no route"));
        model.open(API, WEB, null);
        api.change(API, devbox -> Devboxes.from(devbox).open().build());
        model.open(API, WEB, null);
        api.change(API, devbox -> devbox.withTunnel(null));
        model.open(API, WEB, null);
        assertThat(news).extracting(GatewayNews::text).containsExactly(
                "Not opened: the gateway could not start on this computer. Details are in the log.",
                "Not opened: Runloop cannot be reached, so nobody knows if the devbox runs.",
                "Not opened: the tunnel has no token.", "Not opened: this devbox has no tunnel any more.");
        assertThat(gateways.started()).isEmpty();
        assertThat(pages.opened()).isEmpty();
    }

    @Test
    void theAddressToCopyCarriesNoSecretAndLetsNobodyIn() {
        start();
        model.copyAddress(API, ListedPort.of(8888, "/lab"));
        assertThat(pages.opened()).isEmpty();
        assertThat(news).singleElement().isInstanceOfSatisfying(GatewayNews.Copy.class,
                copy -> assertThat(copy.address()).hasToString("http://8888-api-kq3vtz7mwx2p.localhost:49200/lab"));
    }

    @Test
    void noAgesAreCountedInAHiddenWindow() {
        start();
        model.open(API, WEB, null);
        gateways.of(3000).request(timeline.now(), "GET", "/", 200);
        model.setShowing(false);
        session.devboxes().setShowing(false);
        timeline.advance(Duration.ofSeconds(1));
        gateways.of(3000).request(timeline.now(), "GET", "/", 200);
        timeline.advance(Duration.ofSeconds(40));
        assertThat(page.lines().getFirst().activity()).endsWith("last request 0 s ago");
        model.setShowing(true);
        assertThat(page.lines().getFirst().activity()).endsWith("last request 40 s ago");
    }

    @Test
    void aSleepingDevboxIsTold() {
        start();
        model.open(API, WEB, null);
        gateways.of(3000).request(timeline.now(), "GET", "/", 200);
        api.move(API, Kind.SUSPENDED);
        readAgain();
        assertThat(gateways.of(3000).told()).last().satisfies(
                devbox -> assertThat(devbox.status().suspended()).isTrue());
        assertThat(page.lines().getFirst().activity()).isEqualTo("The devbox does not run, so nothing is sent to it");
        assertThat(model.awakeProperty().get()).isEmpty();
    }

    @Test
    void rule14WhatHappensToTheTunnelIsSaid() {
        start();
        model.open(API, WEB, null);
        gateways.of(3000).replace();
        gateways.of(3000).refuseToken();
        assertThat(page.lines().getFirst().trouble()).isTrue();
        assertThat(page.lines().getFirst().activity())
                .isEqualTo("The tunnel refuses the token; it goes on with the next one");
        gateways.of(3000).end(StopReason.TUNNEL_GONE);
        assertThat(page.lines()).isEmpty();
        model.open(API, WEB, null);
        gateways.of(3000).end(StopReason.DEVBOX_GONE);
        model.open(API, WEB, null);
        gateways.of(3000).end(StopReason.NO_TOKEN);
        assertThat(news).extracting(GatewayNews::text).containsExactly(
                "The tunnel of api was created again elsewhere. The gateway of port 3000 goes on with it.",
                "The tunnel of api refuses the token. The gateway of port 3000 waits for another.",
                "The tunnel of api is gone, so the gateway of port 3000 stopped.",
                "api has ended, so the gateway of port 3000 stopped.",
                "The tunnel of api has no token any more, so the gateway of port 3000 stopped.");
    }

    @Test
    void removingTheTunnelHereTellsItsGateway() throws Exception {
        start();
        model.open(API, WEB, null);
        session.tunnels().remove(API);
        timeline.advance(Duration.ZERO);
        assertThat(gateways.of(3000).told()).last().satisfies(devbox -> assertThat(devbox.tunnel()).isNull());
    }

    @Test
    void aDevboxThatIsGoneTellsItsGateway() {
        start();
        model.open(API, WEB, null);
        api.forget(API);
        readAgain();
        readAgain();
        assertThat(gateways.of(3000).told()).endsWith((Devbox) null);
    }

    @Test
    void aBrowserThatAsksIsShownWithItsNumberAndAnsweredOnce() {
        start();
        model.open(API, WEB, null);
        var first = gateways.of(3000).ask("4821", timeline.now());
        var second = gateways.of(3000).ask("0007", timeline.now());
        assertThat(model.askProperty().get().title()).isEqualTo("Let this browser in? 4821");
        assertThat(model.askProperty().get().sentence()).contains("port 3000 of api");
        model.answer(true);
        assertThat(first.answer()).isEqualTo("approved");
        assertThat(model.askProperty().get().title()).endsWith("0007");
        model.answer(false);
        assertThat(second.answer()).isEqualTo("denied");
        assertThat(model.askProperty().get()).isNull();
    }

    @Test
    void aQuestionThatNobodyAnswersGoes() {
        start();
        model.open(API, WEB, null);
        var question = gateways.of(3000).ask("4821", timeline.now());
        question.expire();
        assertThat(model.askProperty().get()).isNull();
        assertThat(question.answer()).isEmpty();
    }

    @Test
    void requestsOfAllPortsAreListedInTheirOrder() {
        start();
        model.open(API, WEB, null);
        model.open(API, ListedPort.of(8888, "/"), null);
        gateways.of(3000).request(timeline.now(), "GET", "/?q=…", 200);
        timeline.advance(Duration.ofMillis(28));
        gateways.of(8888).request(timeline.now(), "POST", "/api/login", 401);
        assertThat(page.requests()).extracting(row -> row.time() + " " + row.call().method() + " "
                + row.call().path() + " " + row.status() + " " + row.took() + " " + row.size()).containsExactly(
                        "14:00:00.000 GET /?q=… 200 18 ms 4.1 KB", "14:00:00.028 POST /api/login 401 18 ms 4.1 KB");
        assertThat(page.severalProperty().get()).isTrue();
        assertThat(page.requests().getLast().tone()).isEqualTo(RequestRow.Tone.WARNING);
    }

    @Test
    void onlyAGetIsCopiedAsCurlAndTheTokenIsAVariable() {
        start();
        model.open(API, WEB, null);
        gateways.of(3000).request(timeline.now(), "GET", "/a", 200);
        gateways.of(3000).request(timeline.now(), "POST", "/b", 200);
        List<String> copied = new ArrayList<>();
        page.curl(page.requests().getFirst(), command -> copied.add(command.reveal()));
        page.curl(page.requests().getLast(), command -> copied.add(command.reveal()));
        assertThat(copied).singleElement().asString().contains("Bearer $TUNNEL_TOKEN").endsWith("/a");
        assertThat(page.whyNoCurl(null)).isEqualTo("Choose a request first.");
        assertThat(page.whyNoCurl(page.requests().getLast())).isEqualTo("Only GET and HEAD can be copied as curl.");
    }

    @Test
    void openSocketsAndCutRequestsSaySo() {
        start();
        model.open(API, WEB, null);
        gateways.of(3000).request(new GatewayRequest(1, timeline.now(), GatewayRequest.Kind.SOCKET, "GET", "/ws", 101,
                null, 12, true));
        gateways.of(3000).request(new GatewayRequest(2, timeline.now(), GatewayRequest.Kind.PLAIN, "GET", "/slow", 0,
                null, 0, true));
        gateways.of(3000).request(new GatewayRequest(3, timeline.now(), GatewayRequest.Kind.PLAIN, "GET", "/cut", 0,
                Duration.ofSeconds(75), 0, true));
        gateways.of(3000).request(new GatewayRequest(4, timeline.now(), GatewayRequest.Kind.PLAIN, "GET", "/here", 503,
                Duration.ofMillis(1_240), 12_000_000, false));
        assertThat(page.requests()).extracting(row -> row.status() + "|" + row.took() + "|" + row.size())
                .containsExactly("101||open", "…||0 B", "cut|1 min|0 B", "503|1.2 s|12 MB");
        assertThat(page.requests()).extracting(RequestRow::spoken).containsExactly(
                "GET /ws, status 101, at 14:00:00.000, still open, port 3000",
                "GET /slow, no answer yet, at 14:00:00.000, port 3000",
                "GET /cut, cut off before an answer, at 14:00:00.000, after 1 min, port 3000",
                "GET /here, status 503, at 14:00:00.000, took 1.2 s, size 12 MB, port 3000."
                        + " Answered by the gateway; nothing was sent to the tunnel.");
    }

    @Test
    void anAnswerThatIsNotCompleteIsSaidSo() {
        start();
        model.open(API, WEB, null);
        gateways.of(3000).request(new GatewayRequest(1, timeline.now(), GatewayRequest.Kind.PLAIN, "GET", "/big", 200,
                null, 4_100, true));
        assertThat(page.requests().getLast().spoken())
                .isEqualTo("GET /big, status 200, at 14:00:00.000, 4.1 KB so far, port 3000");
    }

    @Test
    void forgettingOpensThePageThatDoesIt() {
        start();
        model.open(API, WEB, null);
        model.forgetData(model.of(API, 3000));
        assertThat(pages.opened()).last().isEqualTo("forget-3000-2.html");
    }

    @Test
    void theEndOfTheSessionStopsThem() {
        start();
        model.open(API, WEB, null);
        session.close();
        assertThat(gateways.closed()).isTrue();
        assertThat(session.gateways().running()).isEmpty();
    }
}
