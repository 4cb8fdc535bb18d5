package io.github.devboxtunnels.app;

import java.net.URI;

import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.testing.GatewayBrowser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A browser that cannot read the ticket's file is let in by a number that it and the application show. */
class PrivatePageQuestionTest extends PrivatePageFixture {

    private URI address() {
        at3000Of("echo-service");
        chooseInRow("Copy gateway address");
        untilText("Gateway address copied");
        return URI.create(clipboard());
    }

    /** Asks as a person does in the browser; the number then stands on its page. */
    private GatewayBrowser.Answer ask(URI address) throws Exception {
        return firefox.press(firefox.go(address));
    }

    private static String number(GatewayBrowser.Answer page) {
        return page.text().replaceAll("(?s).*class=\"number\">(\\d{4})<.*", "$1");
    }

    @Test
    void theDialogShowsTheSameNumberAndLetsIn() throws Exception {
        GatewayBrowser.Answer asking = ask(address());
        untilText("Let this browser in? " + number(asking));
        untilText("A browser on this computer asks for port 3000 of echo-service");
        assertThat(focused()).as("the safe answer").isEqualTo("Deny");
        push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused()).isEqualTo("Let it in");
        type(KeyCode.SPACE);
        until(() -> all(".dialog-title").isEmpty());
        GatewayBrowser.Answer page = firefox.reload(asking);
        assertThat(page.title()).isEqualTo("echo-service");
        assertThat(firefox.go(page.at()).status()).as("from now on").isEqualTo(200);
    }

    @Test
    void enterAndEscapeKeepItOut() throws Exception {
        URI address = address();
        for (KeyCode key : new KeyCode[]{KeyCode.ENTER, KeyCode.ESCAPE}) {
            GatewayBrowser.Answer asking = ask(address);
            untilText("Let this browser in? " + number(asking));
            type(key);
            until(() -> all(".dialog-title").isEmpty());
            assertThat(firefox.reload(asking).title()).isEqualTo("This browser was not let in");
        }
        assertThat(visits("echo-service")).isEmpty();
        assertThat(firefox.go(address).status()).isEqualTo(403);
    }

    @Test
    void aSecondBrowserIsAskedForAfterTheFirst() throws Exception {
        URI address = address();
        GatewayBrowser.Answer first = ask(address);
        untilText("Let this browser in? " + number(first));
        try (GatewayBrowser other = new GatewayBrowser()) {
            GatewayBrowser.Answer second = other.press(other.go(address));
            assertThat(number(second)).isNotEqualTo(number(first));
            type(KeyCode.ENTER);
            untilText("Let this browser in? " + number(second));
            push(KeyCode.SHIFT, KeyCode.TAB);
            type(KeyCode.SPACE);
            until(() -> all(".dialog-title").isEmpty());
            assertThat(other.reload(second).title()).isEqualTo("echo-service");
            assertThat(firefox.reload(first).title()).isEqualTo("This browser was not let in");
        }
    }

    @Test
    void aQuestionOfAGatewayThatStopsGoes() throws Exception {
        GatewayBrowser.Answer asking = ask(address());
        untilText("Let this browser in? " + number(asking));
        sandbox.removeTunnel(sandbox.idOf("echo-service"));
        doOnFx(desktop.session().devboxes()::refreshNow);
        until(() -> all(".dialog-title").isEmpty());
        untilText("The tunnel of echo-service is gone, so the gateway of port 3000 stopped.");
    }
}
