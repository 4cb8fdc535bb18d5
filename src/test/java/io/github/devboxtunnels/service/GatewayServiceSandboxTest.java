package io.github.devboxtunnels.service;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.devboxtunnels.api.HttpRunloopApi;
import io.github.devboxtunnels.gateway.GatewayOptions;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.gateway.PortNumbers;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.service.GatewayOpening.Impossible;
import io.github.devboxtunnels.service.GatewayOpening.Ready;
import io.github.devboxtunnels.service.GatewayOpening.Reason;
import io.github.devboxtunnels.testing.GatewayBrowser;
import io.github.devboxtunnels.time.SystemTimeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The service with real gateways, on a real sandbox, as a browser and a program meet them. */
class GatewayServiceSandboxTest {

    private static final ListedPort WEB = ListedPort.of(3000, "/");

    @TempDir
    private Path folder;
    private final SystemTimeline timeline = new SystemTimeline();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), timeline);
    private final String devbox = sandbox.idOf("echo-service");
    private final GatewayBrowser browser = new GatewayBrowser();
    private final List<GatewayEvent> events = new CopyOnWriteArrayList<>();
    private Session session;
    private GatewayService service;

    @BeforeEach
    void connect() throws Exception {
        session = new Connector(connection -> HttpRunloopApi.open(connection, timeline, "test"),
                reader -> Gateways.of(new GatewayOptions(timeline, folder.resolve("pages"),
                        Secret.of("0123456789abcdef0123456789abcdef"), new Forgetful(), reader, null)),
                timeline).connect(
                        new Connection(Connection.Kind.SANDBOX,
                                ApiOrigin.parse(sandbox.baseUrl().toString()),
                                AddressTemplate.parse(sandbox.tunnelUrlTemplate()), sandbox.key()));
        service = session.gateways();
        service.subscribe(new GatewayService.Listener() {
            @Override
            public void changed() {
            }

            @Override
            public void happened(GatewayEvent event) {
                events.add(event);
            }
        });
    }

    @AfterEach
    void close() {
        session.close();
        sandbox.close();
        browser.close();
    }

    private static final class Forgetful implements PortNumbers {
        @Override
        public OptionalInt last(String hostName) {
            return OptionalInt.empty();
        }

        @Override
        public void remember(String hostName, int port) {
        }
    }

    private Ready open() throws InterruptedException {
        return (Ready) service.open(devbox, WEB);
    }

    private static void refusesConnections(URI address) {
        assertThatThrownBy(() -> new Socket("127.0.0.1", address.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void theSecondOpenLetsASecondBrowserInToTheSameGateway() throws Exception {
        Ready first = open();
        assertThat(browser.open(first.page()).title()).isEqualTo("echo-service");
        try (GatewayBrowser other = new GatewayBrowser()) {
            Ready second = open();
            assertThat(second.address()).isEqualTo(first.address());
            assertThat(other.go(second.address()).status()).isEqualTo(403);
            assertThat(other.open(second.page()).title()).isEqualTo("echo-service");
        }
        assertThat(service.running()).hasSize(1);
    }

    @Test
    void localProgramsGetInWhileTheyMayAndAreOutAgainAtTheNextStart() throws Exception {
        URI address = open().address();
        assertThat(browser.asProgram(address).status()).isEqualTo(403);
        service.setLocalPrograms(devbox, 3000, true);
        assertThat(browser.asProgram(address).status()).isEqualTo(200);
        assertThat(browser.go(address).status()).as("a browser still needs to be let in").isEqualTo(403);
        service.setLocalPrograms(devbox, 3000, false);
        assertThat(browser.asProgram(address).status()).isEqualTo(403);
        service.setLocalPrograms(devbox, 3000, true);
        service.stop(devbox, 3000);
        assertThat(browser.asProgram(open().address()).status()).isEqualTo(403);
    }

    @Test
    void requestsAreListedAndTheirCurlCarriesNoToken() throws Exception {
        Ready ready = open();
        browser.open(ready.page());
        browser.go(ready.address().resolve("/style.css?v=planted"));
        await().until(() -> service.requests(devbox).stream().allMatch(call -> call.took() != null));
        assertThat(service.requests(devbox)).extracting(call -> call.method() + " " + call.path() + " " + call.status()
                + " " + call.forwarded()).containsExactly("POST /.devbox-tunnels/enter 200 false",
                        "GET / 200 true", "GET /style.css?v=… 200 true");
        GatewayCall last = service.requests(devbox).getLast();
        String token = sandbox.devbox(devbox).tunnel().token().reveal();
        assertThat(service.curl(devbox, last)).hasValueSatisfying(command -> assertThat(command.reveal())
                .contains("$TUNNEL_TOKEN", "/style.css?v=planted").doesNotContain(token));
        assertThat(service.running().getFirst().requests()).isEqualTo(3);
        assertThat(service.running().getFirst().lastForwarded()).isNotNull();
    }

    @Test
    void aQuestionLetsTheBrowserInThatAsked() throws Exception {
        URI address = ((Ready) service.start(devbox, WEB)).address();
        GatewayBrowser.Answer number = browser.press(browser.go(address));
        await().until(() -> !events.isEmpty());
        GatewayQuestion question = ((GatewayEvent.Asked) events.getFirst()).question();
        assertThat(number.text()).contains(question.number());
        question.approve();
        assertThat(browser.reload(number).title()).isEqualTo("echo-service");
        await().until(() -> events.contains(new GatewayEvent.Closed(devbox, 3000, question)));
    }

    @Test
    void theTunnelRemovedHereStopsIt() throws Exception {
        URI address = open().address();
        session.tunnels().remove(devbox);
        await().until(() -> service.running().isEmpty());
        await().until(() -> events.contains(new GatewayEvent.Ended(devbox, 3000, GatewayEvent.End.TUNNEL_GONE)));
        await().untilAsserted(() -> refusesConnections(address));
        assertThat(service.open(devbox, WEB)).isEqualTo(new Impossible(Reason.NO_TUNNEL));
    }

    @Test
    void theTunnelMadeAnewElsewhereIsFollowed() throws Exception {
        browser.open(open().page());
        sandbox.removeTunnel(devbox);
        sandbox.enableTunnel(devbox, new TunnelSettings(AuthMode.AUTHENTICATED, true, false));
        Ready again = open();
        await().until(() -> events.contains(new GatewayEvent.Replaced(devbox, 3000)));
        assertThat(browser.go(again.address()).title()).as("whoever was let in stays in").isEqualTo("echo-service");
    }

    @Test
    void theEndOfTheSessionLeavesNoListenerAndNoPage() throws Exception {
        Ready ready = open();
        session.close();
        refusesConnections(ready.address());
        assertThat(ready.page()).doesNotExist();
    }

    @Test
    void withoutAFolderForPagesItSaysSoAndTheGatewayRuns() throws Exception {
        Files.writeString(folder.resolve("pages"), "in the way");
        assertThat(service.open(devbox, WEB)).isEqualTo(new Impossible(Reason.NO_PAGE));
        assertThat(service.running()).hasSize(1);
    }
}
