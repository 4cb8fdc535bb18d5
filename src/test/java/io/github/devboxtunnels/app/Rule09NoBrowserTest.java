package io.github.devboxtunnels.app;

import java.util.List;

import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.testing.Devboxes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 9: where no browser opens, the address is offered for copying. */
class Rule09NoBrowserTest extends DesktopFixture {

    @BeforeEach
    void breakTheBrowser() {
        browser = false;
        pages.refuse();
    }

    private Devbox openPage(Devboxes builder) {
        Devbox devbox = builder.build();
        api.put(devbox);
        settings.update(now -> now.withPorts(ACME.profile() + "|name|" + devbox.name(),
                List.of(ListedPort.of(3000, "/lab"))));
        openConnected(1200, 760);
        until(() -> desktop.shell().devboxes().rows().size() == 1);
        doOnFx(() -> desktop.shell().devboxes().select(devbox.id()));
        doOnFx(shown(".port-row")::requestFocus);
        return devbox;
    }

    private String copied() {
        return onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void ofAPrivatePortItIsThatOfTheGatewayWithoutATicket() {
        openPage(Devboxes.running("web").authenticated());
        type(KeyCode.ENTER);
        untilText("No browser could be opened. The gateway runs.");
        pressInMessage("Copy gateway address");
        assertThat(copied()).isEqualTo("http://3000-web-kq3vtz7mwx2p.localhost:49200/lab");
    }

    @Test
    void ofAnOpenPortItIsThePublicOne() {
        Devbox devbox = openPage(Devboxes.running("web").open());
        type(KeyCode.ENTER);
        untilText("No browser could be opened.");
        pressInMessage("Copy address");
        assertThat(copied())
                .isEqualTo("https://3000-" + devbox.tunnel().key().reveal() + ".tunnel.runloop.ai/lab");
    }

    @Test
    void ofAPageOfThePlatformItIsThatPage() {
        Devbox devbox = openPage(Devboxes.running("web").open());
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        untilText("No browser opened");
        pressInMessage("Copy address");
        assertThat(copied()).isEqualTo("https://platform.runloop.ai/devboxes/" + devbox.id());
    }

    @Test
    void soItIsFromTheMenuOfTheDevboxPage() {
        Devbox devbox = openPage(Devboxes.running("web").open());
        doOnFx(robot.lookup(node -> "More actions".equals(node.getAccessibleText())).query()::requestFocus);
        type(KeyCode.SPACE);
        choose("Open in Runloop");
        untilText("No browser could be opened.");
        pressInMessage("Copy address");
        assertThat(copied()).isEqualTo("https://platform.runloop.ai/devboxes/" + devbox.id());
    }
}
