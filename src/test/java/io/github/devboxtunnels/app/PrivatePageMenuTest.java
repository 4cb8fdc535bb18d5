package io.github.devboxtunnels.app;

import java.net.URI;
import java.nio.file.Path;

import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.testing.GatewayBrowser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the menu of a private port does with its gateway. */
class PrivatePageMenuTest extends PrivatePageFixture {

    private static final String EVERYONE = "Let every program of this computer use it";

    @Test
    void everyProgramGetsInWhileTheSwitchIsOn() throws Exception {
        at3000Of("echo-service");
        URI address = firefox.open(pressOpen()).at();
        assertThat(firefox.asProgram(address).status()).isEqualTo(403);
        chooseInRow(EVERYONE);
        untilText("Every program of this computer can use it");
        assertThat(firefox.asProgram(address).status()).isEqualTo(200);
        try (GatewayBrowser other = new GatewayBrowser()) {
            assertThat(other.go(address).status()).as("a browser is no program").isEqualTo(403);
        }
        backToRow();
        chooseInRow(EVERYONE + ": on");
        untilText("Only browsers that were let in can use port 3000 now");
        assertThat(firefox.asProgram(address).status()).isEqualTo(403);
        assertThat(firefox.go(address).status()).isEqualTo(200);
    }

    @Test
    void stopEndsItAndTheNextOpenIsAtTheSameAddressWithTheSwitchOff() throws Exception {
        at3000Of("echo-service");
        URI address = firefox.open(pressOpen()).at();
        chooseInRow(EVERYONE);
        untilText("Every program of this computer can use it");
        backToRow();
        chooseInRow("Stop gateway");
        until(() -> all(".gateway-line").isEmpty());
        untilRefused(address);
        backToRow();
        Path again = pressOpen();
        assertThat(gateway()).isEqualTo(address);
        assertThat(firefox.go(address).status()).as("who was let in before").isEqualTo(403);
        assertThat(firefox.asProgram(address).status()).isEqualTo(403);
        assertThat(firefox.open(again).title()).isEqualTo("echo-service");
    }

    @Test
    void stopOnTheCardEndsItToo() throws Exception {
        at3000Of("echo-service");
        URI address = firefox.open(pressOpen()).at();
        untilText("A page keeps this devbox awake");
        push(KeyCode.SHIFT, KeyCode.TAB);
        for (int step = 0; step < 10 && !focused().equals("Stop the gateway of port 3000"); step++) {
            push(KeyCode.SHIFT, KeyCode.TAB);
        }
        assertThat(focused()).isEqualTo("Stop the gateway of port 3000");
        type(KeyCode.SPACE);
        until(() -> all(".gateway-line").isEmpty());
        untilRefused(address);
    }

    @Test
    void theDataOfThePageIsForgotten() throws Exception {
        at3000Of("echo-service");
        firefox.open(pressOpen());
        chooseInRow("Forget this page’s data");
        until(() -> browser.starts().size() == 2);
        GatewayBrowser.Answer answer = firefox.open(opened());
        assertThat(answer.headers().get("clear-site-data")).isEqualTo("\"cache\", \"cookies\", \"storage\"");
        assertThat(answer.title()).isEqualTo("The data of this page is forgotten");
    }

    @Test
    void disconnectingEndsIt() throws Exception {
        at3000Of("echo-service");
        URI address = firefox.open(pressOpen()).at();
        type(KeyCode.F10, KeyCode.DOWN);
        choose("Disconnect");
        shown(".connect-card");
        untilRefused(address);
    }
}
