package io.github.devboxtunnels.ui.tunnel;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.service.PortBook;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeGateways;
import io.github.devboxtunnels.testing.FakePages;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.MemoryPorts;
import io.github.devboxtunnels.testing.MemorySettings;
import io.github.devboxtunnels.testing.Sessions;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.gateway.GatewaysViewModel;

/** The page's view model on the real services and an API in memory. */
final class PageFixture implements AutoCloseable {

    final SimulatedTimeline timeline = new SimulatedTimeline();
    final FakeRunloopApi api = new FakeRunloopApi(timeline);
    final FakeGateways gateways = new FakeGateways();
    final FakePages pages = new FakePages();
    final Session session = Sessions.of(api, timeline, gateways);
    final MemoryPorts memory = new MemoryPorts();
    final MemorySettings settings = new MemorySettings();
    final List<URI> opened = new ArrayList<>();
    /** Whether a browser takes the addresses it is given. */
    volatile boolean browser = true;
    private GatewaysViewModel model;

    /** The devboxes there are; the watcher has read them when this returns. */
    PageFixture start(Devboxes... devboxes) {
        api.put(devboxes);
        session.devboxes().start();
        timeline.advance(Duration.ZERO);
        return this;
    }

    /** Ports listed for a devbox before. */
    PageFixture listed(Devboxes devbox, ListedPort... ports) {
        new PortBook(memory, session.connection().profile()).remember(devbox.build(), List.of(ports));
        return this;
    }

    /** The view model, on a runner of the test's choice. */
    DevboxPageViewModel page(TaskRunner tasks) {
        return new DevboxPageViewModel(session, tasks, settings, memory, address -> {
            opened.add(address);
            return browser;
        }, gatewayModel(tasks), ZoneOffset.UTC);
    }

    /** The gateways' view model, the same for all. */
    GatewaysViewModel gatewayModel(TaskRunner tasks) {
        if (model == null) {
            model = new GatewaysViewModel(session, tasks, pages);
        }
        return model;
    }

    /** Lets the watcher read again. */
    void nextRead() {
        session.devboxes().refreshNow();
        timeline.advance(Duration.ofSeconds(1));
    }

    @Override
    public void close() {
        session.close();
    }
}
