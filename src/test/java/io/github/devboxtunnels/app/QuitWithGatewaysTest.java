package io.github.devboxtunnels.app;

import java.net.URI;

import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 16: quitting while gateways run is asked about once. */
class QuitWithGatewaysTest extends PrivatePageFixture {

    private URI openPage() throws Exception {
        at3000Of("echo-service");
        // As the process does.
        doOnFx(() -> stage.setOnHidden(e -> desktop.close()));
        URI address = firefox.open(pressOpen()).at();
        // What quits counts what the window knows of.
        until(() -> all(".gateway-line").size() == 1);
        return address;
    }

    private void closeByTheSystem() {
        doOnFx(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        settle();
    }

    private void untilNoDialog() {
        until(() -> all(".dialog-title").isEmpty());
    }

    @Test
    void keepRunningKeepsThemAndTheNextTimeAsksAgain() throws Exception {
        URI address = openPage();
        for (KeyCode key : new KeyCode[]{KeyCode.ENTER, KeyCode.ESCAPE}) {
            push(KeyCode.CONTROL, KeyCode.Q);
            untilText("A gateway is running");
            untilText("Stop 1 gateway and quit");
            assertThat(focused()).isEqualTo("Keep running");
            type(key);
            untilNoDialog();
            assertThat(onFx(stage::isShowing)).isTrue();
            assertThat(firefox.go(address).status()).isEqualTo(200);
        }
    }

    @Test
    void stopStopsThemAndQuits() throws Exception {
        URI address = openPage();
        push(KeyCode.CONTROL, KeyCode.Q);
        untilText("Stop 1 gateway and quit");
        push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused()).isEqualTo("Stop 1 gateway and quit");
        type(KeyCode.SPACE);
        until(() -> !stage.isShowing());
        untilRefused(address);
    }

    @Test
    void theButtonOfTheWindowAsksToo() throws Exception {
        openPage();
        closeByTheSystem();
        closeByTheSystem();
        untilText("Stop 1 gateway and quit");
        assertThat(all(".dialog-title")).as("asked once").hasSize(1);
        type(KeyCode.ENTER);
        untilNoDialog();
        assertThat(onFx(stage::isShowing)).isTrue();
    }

    @Test
    void severalAreCounted() throws Exception {
        openPage();
        type(KeyCode.DOWN, KeyCode.ENTER);
        until(() -> browser.starts().size() == 2);
        until(() -> all(".gateway-line").size() == 2);
        push(KeyCode.CONTROL, KeyCode.Q);
        untilText("2 gateways are running");
        untilText("Stop 2 gateways and quit");
    }

    @Test
    void withoutGatewaysNothingIsAsked() throws Exception {
        URI address = openPage();
        chooseInRow("Stop gateway");
        until(() -> all(".gateway-line").isEmpty());
        untilRefused(address);
        push(KeyCode.CONTROL, KeyCode.Q);
        until(() -> !stage.isShowing());
    }
}
