package io.github.devboxtunnels.ui.tunnel;

import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.testing.Devboxes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What was asked about one devbox stays with it, whatever the page shows when the answer comes. */
class OtherDevboxTest extends PageWindowFixture {

    private static final String OTHER = "dbx_web";

    private static Devboxes other() {
        return Devboxes.running("web");
    }

    private void focusRow() {
        doOnFx(() -> window.view.lookup(".port-row").requestFocus());
        settle();
    }

    private void showOther() {
        doOnFx(() -> window.model.show(OTHER));
        settle();
    }

    @Test
    void theSheetRemovesTheTunnelItAskedAbout() {
        open(agent().authenticated(), other().authenticated());
        doOnFx(window.view::askToRemove);
        showOther();
        push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused()).isEqualTo("Remove tunnel");
        type(KeyCode.SPACE);
        eventually(() -> tunnel() == null);
        assertThat(fixture.api.truth(OTHER).tunnel()).isNotNull();
        eventually(() -> toast().equals("Tunnel of agent-43 removed"));
    }

    @Test
    void theToastOfACopyOpensThePortThatWasCopied() {
        fixture.listed(agent(), ListedPort.of(3000, "/lab")).listed(other(), ListedPort.of(3000, "/"));
        open(agent().authenticated(), other().authenticated());
        focusRow();
        type(KeyCode.C);
        showOther();
        type(KeyCode.F8, KeyCode.SPACE);
        await().until(() -> fixture.pages.opened().size() == 1);
        assertThat(fixture.gateways.of(3000).devboxId()).isEqualTo("dbx_agent-43");
        assertThat(fixture.pages.opened()).containsExactly("open-3000-1-lab.html");
    }

    @Test
    void theToastOfAPortNoBrowserTookCopiesItsAddress() {
        fixture.browser = false;
        fixture.listed(agent(), ListedPort.of(3000, "/")).listed(other(), ListedPort.of(3000, "/"));
        open(agent().open(), other().open());
        focusRow();
        type(KeyCode.ENTER);
        eventually(() -> toast().equals("No browser could be opened."));
        showOther();
        type(KeyCode.F8, KeyCode.SPACE);
        assertThat(clipboard()).isEqualTo("https://3000-" + tunnel().key().reveal() + ".tunnel.runloop.ai/");
        assertThat(toast()).isEqualTo("Address copied");
    }

    @Test
    void undoBringsAPortBackToTheListItWasTakenFrom() {
        fixture.listed(agent(), ListedPort.of(3000, "/")).listed(other(), ListedPort.of(8888, "/"));
        open(agent(), other());
        focusRow();
        type(KeyCode.DELETE);
        showOther();
        focusRow();
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(focused()).startsWith("Jupyter, port 8888");
        doOnFx(() -> window.model.show("dbx_agent-43"));
        settle();
        focusRow();
        assertThat(focused()).startsWith("Web, port 3000");
    }
}
