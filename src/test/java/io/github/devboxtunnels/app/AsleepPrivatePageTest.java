package io.github.devboxtunnels.app;

import java.time.Duration;

import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.testing.GatewayBrowser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 12: of a page whose devbox went to sleep nothing goes to its tunnel but what a person clicked. */
class AsleepPrivatePageTest extends PrivatePageFixture {

    private static final String SHOP = "shop-page";

    /** Its page is open in the browser, and then it goes to sleep. */
    private GatewayBrowser.Answer openAndSuspend(String devbox) throws Exception {
        at3000Of(devbox);
        GatewayBrowser.Answer page = firefox.open(pressOpen());
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        until(() -> sandbox.devbox(sandbox.idOf(devbox)).status().suspended());
        untilText("The devbox does not run, so nothing is sent to it");
        sandbox.ledger().clear();
        return page;
    }

    private GatewayBrowser.Answer openAndSuspendShop() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults(), timeline);
        String id = sandbox.idOf(SHOP);
        sandbox.removeTunnel(id);
        sandbox.enableTunnel(id, new TunnelSettings(AuthMode.AUTHENTICATED, true, true));
        return openAndSuspend(SHOP);
    }

    private void wakes(GatewayBrowser.Answer waking) {
        assertThat(waking.title()).isEqualTo("shop-page is waking up");
        assertThat(visits(SHOP)).hasSize(1);
        assertThat(sandbox.ledger().wakes()).hasSize(1);
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .until(() -> firefox.reload(waking).title().equals(SHOP));
    }

    @Test
    void aForgottenTabReachesNothing() throws Exception {
        GatewayBrowser.Answer page = openAndSuspend("echo-service");
        for (int i = 0; i < 20; i++) {
            assertThat(firefox.go(page.at()).status()).isEqualTo(503);
        }
        GatewayBrowser.Answer asleep = firefox.go(page.at());
        assertThat(asleep.title()).isEqualTo("echo-service is asleep");
        assertThat(asleep.text()).contains("A visit does not wake this devbox");
        assertThat(asleep.headers().get("retry-after")).isNotNull();
        assertThat(visits("echo-service")).isEmpty();
        untilText("Answered by the gateway; nothing was sent to the tunnel.");
    }

    @Test
    void openOfADevboxThatNoVisitWakesSaysSoAndOpensNothing() throws Exception {
        openAndSuspend("echo-service");
        backToRow();
        type(KeyCode.RIGHT, KeyCode.SPACE);
        untilText("The devbox is asleep, and a visit does not wake it. Resume it first.");
        assertThat(browser.starts()).hasSize(1);
        assertThat(visits("echo-service")).isEmpty();
    }

    @Test
    void openWakesWhatAVisitWakesAndItsButtonSaysSo() throws Exception {
        GatewayBrowser.Answer page = openAndSuspendShop();
        assertThat(firefox.go(page.at()).title()).isEqualTo("shop-page is asleep");
        backToRow();
        type(KeyCode.RIGHT);
        assertThat(focused())
                .isEqualTo("Wake the devbox and open Web 3000; from then on it is billed as running");
        type(KeyCode.SPACE);
        until(() -> browser.starts().size() == 2);
        assertThat(visits(SHOP)).as("until the browser comes").isEmpty();
        wakes(firefox.open(opened()));
    }

    @Test
    void theButtonOfItsPageWakesItToo() throws Exception {
        GatewayBrowser.Answer asleep = firefox.go(openAndSuspendShop().at());
        assertThat(asleep.text()).contains("Wake shop-page");
        wakes(firefox.press(asleep));
    }
}
