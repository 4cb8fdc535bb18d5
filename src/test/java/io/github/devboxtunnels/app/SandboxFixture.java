package io.github.devboxtunnels.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.api.HttpRunloopApi;
import io.github.devboxtunnels.gateway.GatewayOptions;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.platform.InstalledBrowser;
import io.github.devboxtunnels.platform.RecordingBrowser;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.service.Connector;
import io.github.devboxtunnels.settings.InstallationSecret;
import io.github.devboxtunnels.settings.SettingsStore;
import io.github.devboxtunnels.testing.MemorySettings;
import io.github.devboxtunnels.time.SystemTimeline;
import io.github.devboxtunnels.time.Timeline;
import io.github.devboxtunnels.ui.common.PageOpener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole application in a window, on a real sandbox over real HTTP in real time. */
abstract class SandboxFixture extends WindowFixture {

    final Timeline timeline = new SystemTimeline();
    SettingsStore settings = new MemorySettings();
    RecordingBrowser browser = new RecordingBrowser();
    Sandbox sandbox;
    Function<GatewayOptions, Gateways> maker = Gateways::of;
    GatewayHost gateways;
    /** The folder of the user's settings. */
    @TempDir
    Path kept;

    /** Opens the window at the Connect card. */
    void open(SandboxOptions options, double width, double height) {
        sandbox = Sandbox.start(options, timeline);
        show(width, height);
    }

    /** Opens a window on the sandbox there is. */
    void show(double width, double height) {
        showAsItWas();
        doOnFx(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.requestFocus();
        });
        settle();
    }

    /** Opens a window on the sandbox there is, at the place the settings know. */
    void showAsItWas() {
        gateways = new GatewayHost(timeline, new InstallationSecret(kept.resolve("installation-secret")),
                kept.resolve("pages"), maker);
        Connector connector = new Connector(
                connection -> HttpRunloopApi.open(connection, timeline, Version.current()), gateways::gateways,
                timeline);
        gateways.keepNumbersIn(settings);
        Services services = new Services(timeline, settings, connector::connect, this::connection, browser::open,
                pages(), new EnvironmentConnection.None(), null, null, gateways::close);
        stage = FxToolkit.toolkitContext().getRegisteredStage();
        doOnFx(() -> {
            desktop = new Desktop(services, stage, ZoneOffset.UTC);
            desktop.open(false);
        });
        settle();
    }

    /** Types the key and where the sandbox is into an empty Connect card, and connects. */
    void connectByKey(Secret key) {
        type(key.reveal());
        assertThat(focused()).isEqualTo("API key");
        type(KeyCode.TAB);
        assertThat(focused()).isEqualTo("Show the key");
        type(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
        assertThat(focused()).isEqualTo("Advanced, hidden");
        type(KeyCode.SPACE, KeyCode.TAB);
        assertThat(focused()).isEqualTo("Base URL");
        push(KeyCode.CONTROL, KeyCode.A);
        type(sandbox.baseUrl().toString());
        type(KeyCode.TAB);
        assertThat(focused()).isEqualTo("Tunnel domain");
        type(sandbox.tunnelUrlTemplate());
        type(KeyCode.ENTER);
    }

    /** Waits until the devboxes of the demo set are listed. */
    void listed() {
        until(() -> desktop.shell() != null && desktop.shell().devboxes().rows().size() == 6);
        untilText("jobs-api");
    }

    /** Presses a button by its text, without mouse or keyboard. */
    void fire(String text) {
        until(() -> button(text) != null);
        doOnFx(() -> button(text).fire());
        settle();
    }

    private ButtonBase button(String text) {
        return robot.lookup((Node node) -> shows(node) && !node.isDisabled() && node instanceof ButtonBase base
                && (text.equals(base.getText()) || text.equals(base.getAccessibleText())))
                .<ButtonBase>tryQuery().orElse(null);
    }

    private Connection connection() {
        return new Connection(Connection.Kind.SANDBOX, ApiOrigin.parse(sandbox.baseUrl().toString()),
                AddressTemplate.parse(sandbox.tunnelUrlTemplate()), sandbox.key());
    }

    /** The tunnel of a devbox as it really is; null for none. */
    Tunnel tunnel(String name) {
        return sandbox.devbox(sandbox.idOf(name)).tunnel();
    }

    /** What was copied. */
    String clipboard() {
        return onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    /**
     * The status an address answers with. Its host does not resolve in Java, so the connection goes to loopback, as
     * that of curl and browsers does.
     */
    static int status(String address, String... headerLines) throws IOException {
        URI uri = URI.create(address);
        try (Socket socket = new Socket("127.0.0.1", uri.getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            List<String> lines = Arrays.asList(headerLines);
            String head = "GET " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getRawAuthority() + "\r\n"
                    + lines.stream().map(line -> line + "\r\n").reduce("", String::concat)
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }
    }

    /** Opens pages in the recording browser, and finds no other. */
    private PageOpener pages() {
        return new PageOpener() {
            @Override
            public List<InstalledBrowser> browsers() {
                return List.of();
            }

            @Override
            public boolean open(Path page, InstalledBrowser in) throws InterruptedException {
                return browser.open(page, in);
            }
        };
    }

    @AfterEach
    void closeAll() {
        if (desktop != null) {
            doOnFx(desktop::close);
        }
        if (gateways != null) {
            gateways.close();
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
