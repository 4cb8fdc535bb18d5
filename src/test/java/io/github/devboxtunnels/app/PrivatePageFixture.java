package io.github.devboxtunnels.app;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.sandbox.Ledger;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.testing.GatewayBrowser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The application on the sandbox, by keyboard alone, with a browser that opens what it is started with. */
abstract class PrivatePageFixture extends SandboxFixture {

    final GatewayBrowser firefox = new GatewayBrowser();
    private final NoMouse mouse = new NoMouse();

    @BeforeEach
    void watchTheMouse() {
        doOnFx(mouse::begin);
    }

    @AfterEach
    void closeBrowserAndCountTheMouse() {
        firefox.close();
        doOnFx(mouse::end);
        assertThat(mouse.seen()).as("events of the mouse").hasValue(0);
    }

    /** Opens the window on the sandbox, as a person does who tries it. */
    void trySandbox() {
        if (sandbox == null) {
            sandbox = Sandbox.start(SandboxOptions.defaults(), timeline);
        }
        show(1200, 760);
        push(KeyCode.ALT, KeyCode.S);
        listed();
    }

    /** Opens the window on the sandbox at a devbox whose port 3000 is listed; its row has the keyboard. */
    void at3000Of(String devbox) {
        settings.update(now -> now.withPorts("sandbox|name|" + devbox,
                List.of(ListedPort.of(3000, "/"), ListedPort.of(8080, "/"))));
        trySandbox();
        doOnFx(() -> desktop.shell().devboxes().select(sandbox.idOf(devbox)));
        backToRow();
    }

    /** Presses Open in the row that has the keyboard, and gives what the browser is started with. */
    Path pressOpen() {
        int before = browser.starts().size();
        type(KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("Open Web 3000 in the browser");
        type(KeyCode.SPACE);
        until(() -> browser.starts().size() > before);
        type(KeyCode.LEFT);
        return opened();
    }

    /** The file that the browser was last started with. */
    Path opened() {
        return Path.of(URI.create(browser.starts().getLast().command().getLast()));
    }

    /** Opens the menu of the row that has the keyboard and chooses a line; the row has it again then. */
    void chooseInRow(String line) {
        type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("More for Web 3000");
        type(KeyCode.SPACE);
        choose(line);
    }

    /** Puts the keyboard back on the row of port 3000. */
    void backToRow() {
        doOnFx(shown(".port-row")::requestFocus);
    }

    /** The address that the card of the tunnel shows for the gateway. */
    URI gateway() {
        Labeled where = shown(".gateway-where .mono");
        return URI.create(onFx(where::getText) + "/");
    }

    List<Ledger.Visit> visits(String devbox) {
        return sandbox.ledger().visits(sandbox.idOf(devbox), 3000);
    }

    /** Waits until nothing listens at an address any more. */
    static void untilRefused(URI address) {
        Awaitility.await().untilAsserted(() -> assertThatThrownBy(
                () -> new Socket("127.0.0.1", address.getPort()).close()).isInstanceOf(ConnectException.class));
    }
}
