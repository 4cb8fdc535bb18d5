package io.github.devboxtunnels.app;

import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job by keyboard alone: a move or press of the mouse in any window fails the test. */
class MainJobByKeyboardTest extends SandboxFixture {

    private final NoMouse mouse = new NoMouse();

    @BeforeEach
    void watchTheMouse() {
        doOnFx(mouse::begin);
    }

    @AfterEach
    void noMouse() {
        doOnFx(mouse::end);
        assertThat(mouse.seen()).as("events of the mouse").hasValue(0);
    }

    @Test
    void theFirstEventOfTheMouseIsSeen() {
        open(SandboxOptions.defaults(), 1200, 760);
        robot.moveTo(".connect-card");
        assertThat(mouse.seen().getAndSet(0)).isPositive();
    }

    @Test
    void onTheSandboxWithThePortInTheTable() throws Exception {
        open(SandboxOptions.defaults(), 1200, 760);
        assertThat(focused()).isEqualTo("API key");
        push(KeyCode.ALT, KeyCode.S);
        listed();
        push(KeyCode.CONTROL, KeyCode.F);
        type("jobs");
        until(() -> desktop.shell().devboxes().rows().size() == 1);
        type(KeyCode.DOWN);
        until(() -> "jobs-api".equals(chosen()));
        push(KeyCode.CONTROL, KeyCode.T);
        shown(".dialog-title");
        wakeOn();
        type(KeyCode.ENTER);
        untilFocused("Add port");
        assertThat(tunnel("jobs-api").settings()).isEqualTo(new TunnelSettings(AuthMode.AUTHENTICATED, true, true));
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        type("3000");
        type(KeyCode.ENTER);
        untilFocused("Web, port 3000");
        type(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("Copy address");
        copyBothAndCall();
    }

    @Test
    void withAKeyOfAnotherDeploymentAndThePortInTheDialog() throws Exception {
        open(SandboxOptions.defaults(), 880, 560);
        connectByKey(sandbox.key());
        listed();
        for (int row = 0; row < 8 && !"jobs-api".equals(onFx(this::chosen)); row++) {
            type(KeyCode.DOWN);
        }
        assertThat(onFx(this::chosen)).isEqualTo("jobs-api");
        type(KeyCode.ENTER);
        untilFocused("Enable tunnel…");
        type(KeyCode.SPACE);
        shown(".dialog-title");
        wakeOn();
        type("3000");
        type(KeyCode.ENTER);
        untilFocused("Copy address");
        copyBothAndCall();
    }

    private String chosen() {
        var devbox = desktop.shell().devboxes().selectedDevbox();
        return devbox == null ? null : devbox.name();
    }

    private void wakeOn() {
        type(KeyCode.TAB, KeyCode.TAB);
        assertThat(focused()).isEqualTo("Wake on HTTP");
        type(KeyCode.SPACE, KeyCode.TAB);
        assertThat(focused()).isEqualTo("Ports to list");
    }

    private void copyBothAndCall() throws Exception {
        type(KeyCode.ENTER);
        String address = clipboard();
        push(KeyCode.SHIFT, KeyCode.F6);
        push(KeyCode.F6);
        untilFocused("Copy");
        push(KeyCode.ALT, KeyCode.DOWN);
        until(() -> Window.getWindows().size() > 1);
        type(KeyCode.DOWN, KeyCode.ENTER);
        String header = clipboard();
        assertThat(address).isEqualTo(sandbox.tunnelUrlTemplate().replace("{port}", "3000").replace("{tunnel_key}",
                tunnel("jobs-api").key().reveal()) + "/");
        assertThat(status(address, header)).isEqualTo(200);
        assertThat(status(address)).isEqualTo(401);
    }
}
