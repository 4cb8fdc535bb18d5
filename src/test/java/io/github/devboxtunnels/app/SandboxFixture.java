package io.github.devboxtunnels.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import javafx.scene.input.Clipboard;

import io.github.devboxtunnels.api.HttpRunloopApi;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.platform.RecordingBrowser;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.service.Connector;
import io.github.devboxtunnels.settings.SettingsStore;
import io.github.devboxtunnels.testing.MemorySettings;
import io.github.devboxtunnels.time.SystemTimeline;
import io.github.devboxtunnels.time.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxToolkit;

/** The whole application in a window, on a real sandbox over real HTTP in real time. */
abstract class SandboxFixture extends WindowFixture {

    final Timeline timeline = new SystemTimeline();
    SettingsStore settings = new MemorySettings();
    RecordingBrowser browser = new RecordingBrowser();
    Sandbox sandbox;

    /** Opens the window at the Connect card. */
    void open(SandboxOptions options, double width, double height) {
        sandbox = Sandbox.start(options, timeline);
        show(width, height);
    }

    /** Opens a window on the sandbox there is. */
    void show(double width, double height) {
        Connector connector = new Connector(
                connection -> HttpRunloopApi.open(connection, timeline, Version.current()), timeline);
        Services services = new Services(timeline, settings, connector::connect, this::connection, browser::open,
                new EnvironmentConnection.None(), null, () -> {
                });
        stage = onFx(() -> {
            desktop = new Desktop(services, FxToolkit.toolkitContext().getRegisteredStage(), ZoneOffset.UTC);
            return FxToolkit.toolkitContext().getRegisteredStage();
        });
        doOnFx(() -> {
            stage.setX(0);
            stage.setY(0);
            desktop.open(false);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.requestFocus();
        });
        settle();
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

    @AfterEach
    void closeAll() {
        if (desktop != null) {
            doOnFx(desktop::close);
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
