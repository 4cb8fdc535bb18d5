package io.github.devboxtunnels.app;

import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.sandbox.Fault;
import io.github.devboxtunnels.sandbox.Operation;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that is away, or answers with a web page: the window says so, keeps what it knows, and recovers. */
class OfflineAndNonsenseTest extends SandboxFixture {

    private static final String REASON = "Suspending needs the connection.";

    @Test
    void offlineCopyingWorksAndChangesWait() throws Exception {
        openWithATunnel();
        sandbox.faults().offline(true);
        type(KeyCode.F5);
        untilText("Offline.");
        untilText(REASON);
        untilText("jobs-api");
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        String address = clipboard();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        assertThat(clipboard()).isEqualTo(tunnel("jobs-api").token().reveal());
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        assertThat(really("jobs-api")).isEqualTo(Kind.RUNNING);
        sandbox.faults().offline(false);
        type(KeyCode.F5);
        recovered();
        assertThat(status(address, "X-Runloop-Tunnel-Authorization: Bearer "
                + tunnel("jobs-api").token().reveal())).as("what was copied offline").isEqualTo(200);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        until(() -> really("jobs-api") == Kind.SUSPENDED);
        untilText("Resume");
    }

    @Test
    void aWebPageInPlaceOfAnAnswerIsCalledThat() {
        openWithATunnel();
        sandbox.faults().always(Operation.LIST, Fault.html(200));
        type(KeyCode.F5);
        untilText("Unreadable answer.");
        untilText("a network page may stand in between");
        untilText("jobs-api");
        assertThat(onFx(() -> TextsShown.in(stage))).as("mark-up").noneMatch(text -> text.contains("<html"));
        sandbox.faults().clear();
        fire("Try now");
        recovered();
    }

    private void openWithATunnel() {
        open(SandboxOptions.defaults(), 1200, 760);
        sandbox.enableTunnel(sandbox.idOf("jobs-api"), new TunnelSettings(AuthMode.AUTHENTICATED, true, false));
        push(KeyCode.ALT, KeyCode.S);
        listed();
        String id = sandbox.idOf("jobs-api");
        doOnFx(() -> desktop.shell().devboxes().select(id));
        fire("List Web 3000");
        untilFocused("Web, port 3000");
    }

    private void recovered() {
        until(() -> desktop.shell().bannerProperty().get() == null);
        until(() -> TextsShown.in(stage).stream().noneMatch(text -> text.contains(REASON)));
    }

    private Kind really(String name) {
        return sandbox.devbox(sandbox.idOf(name)).status().kind();
    }
}
