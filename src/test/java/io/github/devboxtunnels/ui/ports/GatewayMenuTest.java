package io.github.devboxtunnels.ui.ports;

import java.util.List;

import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.text.Text;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.service.PortBook;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakePages;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.MemoryPorts;
import io.github.devboxtunnels.testing.Sessions;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.gateway.GatewaysViewModel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 2: Safari does not resolve the names of gateways, and the menu says so where it may be the default. */
class GatewayMenuTest extends FxTest {

    private static final String SAFARI = "Safari cannot open private pages. If it is your default, choose another "
            + "browser.";

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final TaskRunner tasks = new ImmediateTaskRunner(timeline);
    private final FakeRunloopApi api = new FakeRunloopApi(timeline);
    private final FakePages pages = new FakePages();
    private final PortBook book = new PortBook(new MemoryPorts(), "acme");

    private List<String> openWith() {
        PortsViewModel ports = new PortsViewModel(book, new AddressTemplate("https", "tunnel.runloop.ai"), tasks,
                _ -> true, new GatewaysViewModel(Sessions.of(api, timeline), tasks, pages));
        Devbox devbox = Devboxes.running("api").authenticated().build();
        book.remember(devbox, List.of(ListedPort.of(3000, "/")));
        api.put(devbox);
        ports.update(devbox, null);
        return onFx(() -> {
            Menu menu = (Menu) new GatewayMenu(ports.rows().getFirst(), ports).items().getFirst();
            return menu.getItems().stream().map(GatewayMenuTest::words).toList();
        });
    }

    private static String words(MenuItem item) {
        return item instanceof CustomMenuItem custom && custom.getContent() instanceof Text text ? text.getText() : "";
    }

    @Test
    void saysThatSafariCannot() {
        pages.haveSafari();
        assertThat(openWith()).contains(SAFARI);
    }

    @Test
    void saysNothingWhereThereIsNone() {
        assertThat(openWith()).isNotEmpty().doesNotContain(SAFARI);
    }
}
