package io.github.devboxtunnels.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.devboxtunnels.gateway.GatewayState.StopReason;
import io.github.devboxtunnels.gateway.process.ProcessGateways;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.time.SystemTimeline;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Gateways in a process of their own are what gateways are, and end with the process that asked for them. */
class OtherProcessTest {

    private final OtherProcess other = new OtherProcess();
    private final GatewayFixture fixture = new GatewayFixture(new SystemTimeline(), GatewayFixture.web(true),
            options -> new ProcessGateways(options, other));

    @AfterEach
    void close() {
        fixture.close();
        // A process that is killed takes a moment to go.
        Awaitility.await().untilAsserted(() -> assertThat(other.started).noneMatch(Process::isAlive));
    }

    @Test
    void aBrowserIsLetInAndTheTunnelGetsTheToken() throws Exception {
        String cookie = fixture.letIn();
        fixture.upstream.answer(got -> CountingUpstream.ok("hello"));

        assertThat(fixture.get("/search?q=1", cookie).text()).endsWith("hello");
        assertThat(fixture.upstream.last().one("X-Runloop-Tunnel-Authorization")).isEqualTo(fixture.bearer());
        assertThat(fixture.gateway.address("/a b//c?d=e#f"))
                .isEqualTo(URI.create(fixture.origin() + "/a%20b//c?d=e#f"));
        Awaitility.await().until(() -> fixture.gateway.activity().lastForwarded() != null);
        GatewayRequest request = fixture.gateway.requests().getLast();
        assertThat(request.path()).isEqualTo("/search?q=…");
        assertThat(fixture.gateway.curl(request))
                .hasValueSatisfying(curl -> assertThat(curl).contains(fixture.there()));
        assertThat(fixture.gateway.curl(fixture.gateway.requests().getFirst())).isEmpty();
        assertThat(Files.readString(fixture.gateway.forgetDataFile())).contains("forget");
    }

    @Test
    void aNumberLetsABrowserIn() throws Exception {
        RawClient.Answer asked = ask();
        BrowserQuestion question = fixture.questions.getLast();
        String cookie = asked.one("set-cookie");
        assertThat(fixture.get(Pages.ASK, cookie.substring(0, cookie.indexOf(';')), GatewayFixture.navigation()).text())
                .contains(">" + question.number() + "<");
        question.approve();
        Awaitility.await().until(() -> fixture.closed.contains(question));

        ask();
        fixture.questions.getLast().deny();
        Awaitility.await().until(() -> fixture.closed.size() == 2);
    }

    private RawClient.Answer ask() throws IOException {
        int before = fixture.questions.size();
        RawClient.Answer page = fixture.exchange("GET", "/", GatewayFixture.navigation());
        Map<String, String> fields = GatewayFixture.fields(page.text());
        RawClient.Answer asked = fixture.post(GatewayFixture.action(page.text()).getPath(), fields,
                "Origin: " + fixture.origin(), "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: document");
        Awaitility.await().until(() -> fixture.questions.size() > before);
        return asked;
    }

    @Test
    void programsOfThisComputerGetInWhenTheyMayAlone() throws Exception {
        assertThat(fixture.exchange("GET", "/").status()).isEqualTo(403);
        fixture.gateway.setLocalPrograms(true);
        assertThat(fixture.gateway.localPrograms()).isTrue();
        assertThat(fixture.exchange("GET", "/").status()).isEqualTo(200);
        fixture.gateway.setLocalPrograms(false);
        assertThat(fixture.exchange("GET", "/").status()).isEqualTo(403);
    }

    @Test
    void whatTheApiSaysGoesOn() throws Exception {
        String cookie = fixture.letIn();
        fixture.becomes(Devboxes.from(fixture.devbox).tunnel(fixture.otherTunnel()).build());
        Awaitility.await().until(() -> fixture.replaced.get() == 1);
        fixture.get("/", cookie);
        assertThat(fixture.upstream.last().one("X-Runloop-Tunnel-Authorization")).isEqualTo(fixture.bearer());

        fixture.upstream.forget();
        fixture.becomes(Devboxes.from(GatewayFixture.web(false)).tunnel(fixture.devbox.tunnel())
                .kind(DevboxStatus.Kind.SUSPENDED).build());
        Awaitility.await().until(() -> fixture.get("/", cookie).status() == 503);
        assertThat(fixture.upstream.requests()).isEmpty();

        fixture.gateway.update(null);
        Awaitility.await().until(() -> fixture.states.contains(new GatewayState.Stopped(StopReason.DEVBOX_GONE)));
        Awaitility.await().until(() -> fixture.gateways.running().isEmpty());
    }

    @Test
    void oneIsStoppedAloneAndComesBackAtItsNumber() throws Exception {
        int number = fixture.number();
        RunningGateway second = fixture.start(fixture.devbox, 8080);
        assertThat(fixture.start(fixture.devbox, 8080)).isSameAs(second);
        fixture.gateway.stop();
        fixture.gateway.stop();

        assertThat(fixture.gateway.state()).isEqualTo(new GatewayState.Stopped(StopReason.ASKED));
        assertThatThrownBy(() -> RawClient.connect(number)).isInstanceOf(ConnectException.class);
        assertThat(fixture.gateways.running()).containsExactly(second);
        assertThat(fixture.gateway.requests()).isEmpty();
        assertThatThrownBy(() -> fixture.gateway.ticketFile("/")).isInstanceOf(IOException.class);
        assertThat(fixture.start(fixture.devbox, 3000).origin().getPort()).isEqualTo(number);
        assertThat(other.started).hasSize(1);
    }

    @Test
    void withoutATokenNoneStarts() {
        assertThatThrownBy(() -> fixture.start(Devboxes.running("web").open().build(), 4000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(fixture.gateways.running()).containsExactly(fixture.gateway);
    }

    @Test
    void aProcessThatBreaksTakesItsGatewaysAlongAndTheNextStartBeginsAnother() throws Exception {
        ask();
        other.started.getFirst().destroyForcibly();
        Awaitility.await().until(() -> fixture.states.contains(new GatewayState.Stopped(StopReason.BROKEN)));
        Awaitility.await().until(() -> fixture.gateways.running().isEmpty());
        assertThat(fixture.closed).hasSameElementsAs(fixture.questions);

        RunningGateway again = fixture.start(fixture.devbox, 3000);
        assertThat(again.origin()).isEqualTo(fixture.gateway.origin());
        RawClient.connect(again.origin().getPort()).close();
    }

    @Test
    void closingEndsTheProcess() throws Exception {
        Path file = fixture.gateway.ticketFile("/");
        fixture.gateways.close();

        Awaitility.await().until(() -> !other.started.getFirst().isAlive());
        assertThat(file).doesNotExist();
        // The end is read from the pipe by a thread of its own.
        Awaitility.await().untilAsserted(
                () -> assertThat(fixture.states).containsExactly(new GatewayState.Stopped(StopReason.ASKED)));
        assertThatThrownBy(() -> RawClient.connect(fixture.number())).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> fixture.start(fixture.devbox, 3000)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neitherCommandLineNorEnvironmentCarryASecret() throws Exception {
        ProcessHandle process = other.started.getFirst().toHandle();
        String command = process.info().commandLine().orElseThrow();
        String environment = Files.readString(Path.of("/proc/" + process.pid() + "/environ"));
        for (String secret : List.of(fixture.devbox.tunnel().token().reveal(), fixture.devbox.tunnel().key().reveal(),
                GatewayFixture.INSTALLATION.reveal())) {
            assertThat(command + environment).doesNotContain(secret);
        }
    }

    @Test
    void nothingListensOnceTheWindowIsKilled() throws Exception {
        Process window = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), OtherProcessUser.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader lines = window.inputReader(StandardCharsets.UTF_8)) {
            int number = Integer.parseInt(lines.readLine());
            ProcessHandle gateways = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
            RawClient.connect(number).close();
            window.destroyForcibly().waitFor();
            gateways.onExit().get(20, TimeUnit.SECONDS);
            assertThatThrownBy(() -> RawClient.connect(number)).isInstanceOf(ConnectException.class);
        } finally {
            window.destroyForcibly();
        }
    }
}
