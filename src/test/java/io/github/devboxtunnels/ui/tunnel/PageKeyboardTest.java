package io.github.devboxtunnels.ui.tunnel;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.ui.common.ContextMenuKeys;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The page by keyboard alone. */
class PageKeyboardTest extends PageWindowFixture {

    @Test
    void enablesAPrivateTunnelAndCopiesTheAddress() {
        open(agent());
        doOnFx(window.view::focusFirst);
        assertThat(focused()).isEqualTo("Enable tunnel…");
        type(KeyCode.SPACE);
        assertThat(dialogShows()).isTrue();
        type(KeyCode.RIGHT, KeyCode.LEFT, KeyCode.TAB);
        assertThat(focused()).isEqualTo("Keep awake on traffic");
        type(KeyCode.SPACE, KeyCode.TAB);
        assertThat(focused()).isEqualTo("Wake on HTTP");
        type(KeyCode.SPACE, KeyCode.TAB);
        robot.write("3000");
        type(KeyCode.ENTER);
        eventually(() -> tunnel() != null && !dialogShows());
        assertThat(tunnel().settings()).isEqualTo(new TunnelSettings(AuthMode.AUTHENTICATED, false, true));
        assertThat(focused()).isEqualTo("Copy address");
        assertThat(focus().isFocusVisible()).isTrue();
        type(KeyCode.SPACE);
        assertThat(clipboard()).isEqualTo("https://3000-" + tunnel().key().reveal() + ".tunnel.runloop.ai/");
        type(KeyCode.F8, KeyCode.SPACE);
        await("the toast offers to open it").until(() -> fixture.pages.opened().size() == 1);
        assertThat(fixture.gateways.of(3000).devboxId()).isEqualTo("dbx_agent-43");
    }

    @Test
    void enablesAnOpenTunnelOnlyWhenChosen() {
        open(agent());
        doOnFx(window.view::focusFirst);
        type(KeyCode.SPACE, KeyCode.RIGHT, KeyCode.ENTER);
        eventually(() -> tunnel() != null && !dialogShows());
        assertThat(tunnel().open()).isTrue();
        assertThat(focused()).as("no port is listed yet").isEqualTo("Add port");
        assertThat(onFx(() -> window.view.lookup(".tunnel-card").getStyleClass())).contains("warning");
    }

    @Test
    void escapeClosesTheDialogAndTheFocusReturns() {
        open(agent());
        doOnFx(window.view::focusFirst);
        type(KeyCode.SPACE, KeyCode.ESCAPE);
        assertThat(dialogShows()).isFalse();
        assertThat(focused()).isEqualTo("Enable tunnel…");
        assertThat(fixture.api.count(Call.ENABLE)).isZero();
    }

    @Test
    void anInvalidPortKeepsTheDialogAndTheFocusGoesThere() {
        open(agent());
        doOnFx(window.view::focusFirst);
        type(KeyCode.SPACE, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
        robot.write("web");
        type(KeyCode.ENTER);
        assertThat(dialogShows()).isTrue();
        assertThat(focused()).isEqualTo("Ports to list");
        assertThat(fixture.api.count(Call.ENABLE)).isZero();
    }

    @Test
    void aFailureStaysAndTryAgainHasTheFocus() {
        open(agent());
        fixture.api.fail(Call.ENABLE, new Problem.Refused(new Problem.Reply(422, "no", null, "req_1")));
        doOnFx(window.view::focusFirst);
        type(KeyCode.SPACE, KeyCode.ENTER);
        eventually(() -> window.model.dialogProperty().get().troubleProperty().get() != null);
        assertThat(focused()).isEqualTo("Try again");
        type(KeyCode.ENTER);
        eventually(() -> tunnel() != null && !dialogShows());
    }

    @Test
    void removingStartsOnTheSafeButton() {
        open(agent().authenticated());
        doOnFx(window.view::askToRemove);
        assertThat(focused()).isEqualTo("Keep tunnel");
        type(KeyCode.ENTER);
        assertThat(dialogShows()).isFalse();
        assertThat(tunnel()).isNotNull();
        doOnFx(window.view::askToRemove);
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        settle();
        assertThat(focused()).isEqualTo("Remove tunnel");
        type(KeyCode.SPACE);
        eventually(() -> tunnel() == null && focused().equals("Enable tunnel…"));
    }

    @Test
    void copiesTheTokenAndItsOtherForms() {
        fixture.listed(agent(), ListedPort.of(3000, "/"));
        open(agent().authenticated());
        doOnFx(window.view::focusFirst);
        type(KeyCode.T);
        assertThat(clipboard()).isEqualTo(tunnel().token().reveal());
        type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(clipboard()).isEqualTo("X-Runloop-Tunnel-Authorization: Bearer " + tunnel().token().reveal());
    }

    /** A window hears that a key is pressed, then what it types, each where the focus is by then. */
    @Test
    void theLetterThatAddsAPortIsNotTypedIntoIt() {
        open(agent().authenticated());
        doOnFx(window.view::focusFirst);
        doOnFx(() -> {
            fire(KeyEvent.KEY_PRESSED, "", KeyCode.P);
            fire(KeyEvent.KEY_TYPED, "p", KeyCode.UNDEFINED);
            fire(KeyEvent.KEY_PRESSED, "", KeyCode.P);
            fire(KeyEvent.KEY_TYPED, "p", KeyCode.UNDEFINED);
            fire(KeyEvent.KEY_RELEASED, "", KeyCode.P);
            fire(KeyEvent.KEY_PRESSED, "", KeyCode.DIGIT8);
            fire(KeyEvent.KEY_TYPED, "8", KeyCode.UNDEFINED);
            fire(KeyEvent.KEY_RELEASED, "", KeyCode.DIGIT8);
        });
        settle();
        robot.write("0");
        assertThat(stage.getScene().getFocusOwner()).isInstanceOfSatisfying(TextInputControl.class,
                field -> assertThat(field.getText()).isEqualTo("80"));
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code) {
        Node focused = stage.getScene().getFocusOwner();
        Event.fireEvent(focused, new KeyEvent(type, character, character, code, false, false, false, false));
    }

    @Test
    void listsEditsCopiesAndRemovesPorts() {
        fixture.listed(agent(), ListedPort.of(3000, "/"), ListedPort.of(8888, "/lab"));
        open(agent().authenticated());
        doOnFx(window.view::focusFirst);
        type(KeyCode.P);
        robot.write("3000");
        type(KeyCode.ENTER);
        assertThat(window.model.ports().chosen().port().number()).isEqualTo(3000);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.write("5173");
        type(KeyCode.ENTER);
        assertThat(focused()).startsWith("Vite, port 5173, path /");
        type(KeyCode.F2);
        robot.write("Shop");
        type(KeyCode.ENTER);
        assertThat(focused()).startsWith("Shop, port 5173");
        type(KeyCode.F2);
        robot.write("Nothing");
        type(KeyCode.ESCAPE);
        assertThat(focused()).startsWith("Shop, port 5173");
        type(KeyCode.UP);
        assertThat(focused()).startsWith("Jupyter, port 8888, path /lab");
        type(KeyCode.C);
        assertThat(clipboard()).startsWith("https://8888-").endsWith("/lab");
        robot.press(KeyCode.SHIFT).type(KeyCode.C).release(KeyCode.SHIFT);
        settle();
        assertThat(clipboard()).startsWith("curl ").contains("$TUNNEL_TOKEN");
        type(KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("Open Jupyter 8888 in the browser");
        type(KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("Copy address");
        type(KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("More for Jupyter 8888");
        type(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("More for Shop 5173");
        type(KeyCode.DELETE);
        assertThat(focused()).startsWith("Jupyter, port 8888");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        settle();
        assertThat(focused()).startsWith("Shop, port 5173");
    }

    @Test
    void shiftF10OpensTheMenuOfAPortFromRowAndButtons() {
        fixture.listed(agent(), ListedPort.of(8888, "/lab"));
        open(agent().authenticated());
        doOnFx(() -> {
            ContextMenuKeys.installOn(stage.getScene());
            window.view.lookup(".port-row").requestFocus();
        });
        renameByMenu("Lab");
        assertThat(focused()).startsWith("Lab, port 8888");
        type(KeyCode.RIGHT);
        renameByMenu("Notebook");
        assertThat(focused()).startsWith("Notebook, port 8888");
    }

    @Test
    void theMenuKeyOpensTheMenuOfAField() {
        open(agent().authenticated());
        doOnFx(() -> {
            ContextMenuKeys.installOn(stage.getScene());
            window.view.focusFirst();
        });
        type(KeyCode.P);
        robot.write("30");
        type(KeyCode.CONTEXT_MENU);
        assertThat(menus()).isEqualTo(1);
        type(KeyCode.ESCAPE);
        assertThat(menus()).isZero();
    }

    private long menus() {
        return onFx(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance).count());
    }

    private void renameByMenu(String name) {
        push(KeyCode.SHIFT, KeyCode.F10);
        // Asked again, an open menu stays the only one.
        push(KeyCode.SHIFT, KeyCode.F10);
        assertThat(menus()).isEqualTo(1);
        type(KeyCode.R, KeyCode.ENTER);
        robot.write(name);
        type(KeyCode.ENTER);
    }

    @Test
    void enterOpensTheAddressOfAnOpenTunnel() {
        fixture.listed(agent(), ListedPort.of(3000, "/"));
        open(agent().open());
        doOnFx(() -> window.view.lookup(".port-row").requestFocus());
        type(KeyCode.ENTER);
        await().until(() -> fixture.opened.size() == 1);
        assertThat(fixture.opened.getFirst().toString()).startsWith("https://3000-");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        settle();
        assertThat(clipboard()).isEqualTo(fixture.opened.getFirst().toString());
    }

    @Test
    void suggestionsListAPort() {
        open(agent());
        doOnFx(() -> window.view.lookup(".port-chip").requestFocus());
        type(KeyCode.SPACE);
        assertThat(focused()).startsWith("Web, port 3000");
    }

    @Test
    void suspendsAndSaysSo() {
        open(agent());
        doOnFx(() -> window.view.lookup(".busy-button").requestFocus());
        type(KeyCode.SPACE);
        eventually(() -> focused().equals("Suspending…"));
        fixture.api.settle("dbx_agent-43");
        fixture.nextRead();
        eventually(() -> focused().equals("Resume"));
    }

    @Test
    void offlineTheReasonIsReachedByKeyboardAndCopyingWorks() {
        fixture.listed(agent(), ListedPort.of(3000, "/"));
        open(agent().authenticated());
        fixture.api.breakDown(new Problem.Offline("no route"));
        fixture.nextRead();
        eventually(() -> {
            String help = window.view.lookup(".busy-button").getAccessibleHelp();
            return help != null && help.startsWith("Offline since 14:00. Suspending needs the connection.");
        });
        doOnFx(() -> window.view.lookup(".busy-button").requestFocus());
        type(KeyCode.SPACE);
        assertThat(fixture.api.count(Call.SUSPEND)).isZero();
        type(KeyCode.T);
        assertThat(clipboard()).isEqualTo(tunnel().token().reveal());
    }
}
