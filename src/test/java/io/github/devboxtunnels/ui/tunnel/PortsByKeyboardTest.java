package io.github.devboxtunnels.ui.tunnel;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.model.ListedPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the keyboard is after rows were written, and which keys act on a row. */
class PortsByKeyboardTest extends PageWindowFixture {

    @BeforeEach
    void openWithTwoPorts() {
        fixture.listed(agent(), ListedPort.of(3000, "/"), ListedPort.of(8888, "/lab"));
        open(agent().authenticated());
        doOnFx(() -> window.view.lookup(".port-row").requestFocus());
        settle();
        assertThat(focused()).startsWith("Web, port 3000");
    }

    private long rows() {
        return onFx(() -> window.view.lookupAll(".port-row").size());
    }

    @Test
    void leavingAFieldTakesItOverAndLeavesTheFocusWhereItWent() {
        type(KeyCode.F2);
        robot.write("Shop");
        Node elsewhere = onFx(() -> window.view.lookup(".busy-button"));
        doOnFx(elsewhere::requestFocus);
        settle();
        assertThat(onFx(() -> window.model.ports().chosen().port())).isEqualTo(new ListedPort("Shop", 3000, "/"));
        assertThat(focus()).isEqualTo(elsewhere);
    }

    @Test
    void escapeInANewRowGoesBackToWhatAddsOne() {
        type(KeyCode.P);
        robot.write("40");
        type(KeyCode.ESCAPE);
        assertThat(rows()).isEqualTo(2);
        assertThat(focused()).isEqualTo("Add port");
        assertThat(focus().isFocusVisible()).isTrue();
    }

    @Test
    void aRowWithoutANameSaysItsNumberOnce() {
        type(KeyCode.P);
        robot.write("4000");
        type(KeyCode.ENTER);
        assertThat(focused()).startsWith("Port 4000, path /, address https://4000-");
    }

    @Test
    void theWidthOfTheListIsNoMatterOfTheRow() {
        type(KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("Open Web 3000 in the browser");
        push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
        push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
        push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(focused()).isEqualTo("Open Web 3000 in the browser");
    }

    @Test
    void heldKeysDoNothingToARow() {
        push(KeyCode.CONTROL, KeyCode.DELETE);
        push(KeyCode.SHIFT, KeyCode.DELETE);
        push(KeyCode.CONTROL, KeyCode.F2);
        push(KeyCode.CONTROL, KeyCode.DOWN);
        push(KeyCode.ALT, KeyCode.ENTER);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(rows()).isEqualTo(2);
        assertThat(focused()).startsWith("Web, port 3000");
        assertThat(fixture.pages.opened()).isEmpty();
        assertThat(clipboard()).isNull();
    }
}
