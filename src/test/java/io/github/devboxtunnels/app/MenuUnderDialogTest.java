package io.github.devboxtunnels.app;

import java.time.Duration;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.controls.Confirmation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A menu may be open, or be the system's, while a dialog waits for its answer: nothing happens behind the dialog. */
class MenuUnderDialogTest extends DesktopFixture {

    private MenuBar bar;

    @BeforeEach
    void openMenusAndThenADialog() {
        api.put(Devboxes.running("agent-43"));
        openConnected(1200, 760);
        until(() -> desktop.shell().devboxes().rows().size() == 1);
        doOnFx(() -> desktop.shell().devboxes().select("dbx_agent-43"));
        untilText("No tunnel");
        type(KeyCode.F10);
        bar = shown(".menu-bar");
        doOnFx(() -> new Confirmation("Let this browser in?", "It asks.", new Confirmation.Answer("Deny", () -> {
        }), new Confirmation.Answer("Let it in", () -> {
        })).show((DialogLayer) scene().lookup(".dialog-layer")));
        settle();
    }

    private MenuItem item(String start) {
        return bar.getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .filter(item -> item.getText().startsWith(start)).findFirst().orElseThrow();
    }

    private void choose(MenuItem item) {
        doOnFx(item::fire);
        settle();
    }

    @Test
    void aTunnelCanStillBeEnabledAfterTheAnswer() {
        choose(item("Enable tunnel…"));
        doOnFx(() -> bar.getMenus().forEach(Menu::hide));
        settle();
        type(KeyCode.ESCAPE);
        until(() -> all(".dialog-title").isEmpty());
        push(KeyCode.CONTROL, KeyCode.T);
        shown(".dialog-title");
        untilText("Enable a tunnel on agent-43");
    }

    @Test
    void nothingChangesBehindIt() {
        choose(item("Suspend"));
        choose(item("Disconnect"));
        advance(Duration.ofSeconds(1));
        assertThat(api.count(Call.SUSPEND)).isZero();
        assertThat(desktop.shell()).isNotNull();
    }

    @Test
    void theMenuSaysWhy() {
        doOnFx(() -> {
            bar.getMenus().forEach(Menu::hide);
            bar.getMenus().getFirst().show();
        });
        settle();
        assertThat(item("Disconnect").isDisable()).isTrue();
        assertThat(item("Disconnect").getText()).isEqualTo("Disconnect (answer the dialog first)");
    }
}
