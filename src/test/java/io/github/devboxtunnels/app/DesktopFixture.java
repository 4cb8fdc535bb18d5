package io.github.devboxtunnels.app;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.service.Connector;
import io.github.devboxtunnels.testing.FakeGateways;
import io.github.devboxtunnels.testing.FakePages;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.MemorySettings;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.time.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxToolkit;

/** The whole application in a window, on an API in memory and in simulated time. */
abstract class DesktopFixture extends WindowFixture {

    static final Secret KEY = Secret.of("ak_test0123456789abcdefghij");
    static final Connection ACME = new Connection(Connection.Kind.ENTERED, ApiOrigin.RUNLOOP,
            AddressTemplate.derive(ApiOrigin.RUNLOOP), KEY);

    private static final Connection SANDBOX = new Connection(Connection.Kind.SANDBOX,
            ApiOrigin.parse("http://127.0.0.1:9001"), AddressTemplate.parse("tunnel.localhost:9001"), KEY);

    final SimulatedTimeline time = new SimulatedTimeline();
    /** The same time, but what falls due runs on a thread of its own, so that a test can hold it up. */
    final Timeline background = new BackgroundTimeline(time);
    final FakeRunloopApi api = new FakeRunloopApi(background);
    final MemorySettings settings = new MemorySettings();
    final List<URI> visited = new ArrayList<>();
    final FakeGateways gateways = new FakeGateways();
    final FakePages pages = new FakePages();
    /** Whether a browser takes the addresses it is given. */
    volatile boolean browser = true;

    /** Opens the window with nothing to connect to. */
    void openEmpty(double width, double height) {
        open(new EnvironmentConnection.None(), width, height);
    }

    /** Opens the window on the API in memory and waits for its list. */
    void openConnected(double width, double height) {
        open(new EnvironmentConnection.Found(ACME), width, height);
        until(() -> !all(".shell").isEmpty());
        advance(Duration.ofMillis(10));
    }

    /** Opens the window and tries the sandbox, which is the API in memory too. */
    void openSandbox(double width, double height) {
        openEmpty(width, height);
        robot.push(KeyCode.ALT, KeyCode.S);
        until(() -> !all(".shell").isEmpty());
        advance(Duration.ofMillis(10));
    }

    /** Moves time, and waits until the window has taken in what that brought. */
    void advance(Duration duration) {
        time.advance(duration);
        settle();
    }

    /** Waits until a text is to be read somewhere, while time moves on by a step at each look. */
    void untilText(String text, Duration step) {
        until(() -> {
            time.advance(step);
            return TextsShown.in(stage).stream().anyMatch(shown -> shown.contains(text));
        });
    }

    private void open(EnvironmentConnection environment, double width, double height) {
        Connector connector = new Connector(connection -> api, reader -> gateways, background);
        Services services = new Services(background, settings, connector::connect, () -> SANDBOX, address -> {
            visited.add(address);
            return browser;
        }, pages, environment, null, null, () -> {
        });
        stage = onFx(() -> {
            Stage shown = FxToolkit.toolkitContext().getRegisteredStage();
            desktop = new Desktop(services, shown, ZoneOffset.UTC);
            shown.setX(0);
            shown.setY(0);
            shown.setWidth(width);
            shown.setHeight(height);
            desktop.open(false);
            shown.setX(0);
            shown.setY(0);
            shown.setWidth(width);
            shown.setHeight(height);
            return shown;
        });
        settle();
    }

    @AfterEach
    void closeDesktop() {
        if (desktop != null) {
            doOnFx(desktop::close);
        }
    }
}
