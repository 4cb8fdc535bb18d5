package io.github.devboxtunnels.ui.tunnel;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.model.ListedPort;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing is copied without a sign of it. */
class CopiesShowTest extends PageWindowFixture {

    private void openWithAPort() {
        fixture.listed(agent(), ListedPort.of(3000, "/"));
        open(agent().open());
        doOnFx(() -> window.view.lookup(".port-row").requestFocus());
        settle();
    }

    @Test
    void theAddressCopiedByItsShortcutTicksInItsRow() {
        openWithAPort();
        doOnFx(window.view::copyAddress);
        settle();
        assertThat(clipboard()).startsWith("https://3000-");
        Node button = onFx(() -> window.view.lookup(".port-actions .copy-button"));
        assertThat(button.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("copied"));
    }

    @Test
    void aCommandCopiedFromARowIsSaid() {
        openWithAPort();
        push(KeyCode.SHIFT, KeyCode.C);
        assertThat(clipboard()).startsWith("curl ");
        assertThat(toast()).isEqualTo("Command copied");
    }

    @Test
    void theAddressOfAPageNoBrowserTookIsSaid() {
        fixture.browser = false;
        openWithAPort();
        doOnFx(window.model.header()::openPlatform);
        eventually(() -> toast().equals("No browser could be opened."));
        type(KeyCode.F8, KeyCode.SPACE);
        assertThat(clipboard()).isEqualTo("https://platform.runloop.ai/devboxes/dbx_agent-43");
        assertThat(toast()).isEqualTo("Address copied");
    }
}
