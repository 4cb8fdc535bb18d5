package io.github.devboxtunnels.ui.ports;

import java.time.Duration;

import javafx.scene.control.Button;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.service.PortBook;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeClipboard;
import io.github.devboxtunnels.testing.FakePages;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.MemoryPorts;
import io.github.devboxtunnels.testing.Sessions;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.ui.common.Clipboards;
import io.github.devboxtunnels.ui.common.Copier;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.ToastLayer;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.gateway.GatewaysViewModel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the buttons of a row say. */
class PortActionsTest extends FxTest {

    private static final AddressTemplate TEMPLATE = new AddressTemplate("https", "tunnel.runloop.ai");
    private static final TunnelSettings WAKES = new TunnelSettings(AuthMode.OPEN, true, true);

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final TaskRunner tasks = new ImmediateTaskRunner(timeline);

    private PortActions actions(PortRow row) {
        return onFx(() -> {
            PortsViewModel ports = new PortsViewModel(new PortBook(new MemoryPorts(), "acme"), TEMPLATE, tasks,
                    _ -> true, new GatewaysViewModel(Sessions.of(new FakeRunloopApi(timeline), timeline), tasks,
                            new FakePages()));
            Clipboards clipboards = new Clipboards(new FakeClipboard(), tasks, () -> Duration.ofSeconds(30));
            ToastLayer toasts = new ToastLayer(tasks);
            return new PortActions(row, ports, new WindowTools(tasks, clipboards, new Copier(clipboards, toasts),
                    new DialogLayer(), toasts));
        });
    }

    private static PortRow row(Devboxes devbox, ListedPort port, String openUnavailable) {
        return PortRow.of(port, devbox.tunnel(WAKES).build(), TEMPLATE, openUnavailable, null);
    }

    @Test
    void openSaysWhatItDoesNowWhateverItSaidBefore() {
        ListedPort web = ListedPort.of(3000, "/");
        PortActions actions = actions(row(Devboxes.suspended("a"), web, null));
        Button open = onFx(() -> actions.buttons().getFirst());
        assertThat(open.getTooltip().getText())
                .isEqualTo("Wake the devbox and open Web 3000; from then on it is billed as running");
        doOnFx(() -> actions.show(row(Devboxes.suspended("a"), web, "Offline.")));
        assertThat(open.getTooltip().getText()).isEqualTo("Offline.");
        doOnFx(() -> actions.show(row(Devboxes.running("a"), web, null)));
        assertThat(open.getTooltip().getText()).isEqualTo("Open Web 3000 in the browser");
    }

    @Test
    void aNumberIsSaidOnce() {
        PortActions actions = actions(row(Devboxes.running("a"), ListedPort.of(4000, "/"), null));
        assertThat(onFx(actions::buttons)).extracting(Button::getAccessibleText)
                .containsExactly("Open Port 4000 in the browser", "Copy address", "More for Port 4000");
    }
}
