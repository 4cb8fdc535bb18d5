package io.github.devboxtunnels.ui.tunnel;

import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.testing.Devboxes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What was asked about one devbox stays with it, whatever the page shows when the answer comes. */
class OtherDevboxTest extends PageWindowFixture {

    private static final String OTHER = "dbx_web";

    private static Devboxes other() {
        return Devboxes.running("web");
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
}
