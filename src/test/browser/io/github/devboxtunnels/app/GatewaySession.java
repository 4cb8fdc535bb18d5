package io.github.devboxtunnels.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.devboxtunnels.api.HttpRunloopApi;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.sandbox.Ledger;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.service.Connector;
import io.github.devboxtunnels.service.GatewayEvent;
import io.github.devboxtunnels.service.GatewayOpening;
import io.github.devboxtunnels.service.GatewayQuestion;
import io.github.devboxtunnels.service.GatewayService;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.settings.InstallationSecret;
import io.github.devboxtunnels.testing.MemorySettings;
import io.github.devboxtunnels.time.SystemTimeline;

import static org.assertj.core.api.Assertions.assertThat;

/** A session on a real sandbox with real gateways, put together as the application does. */
final class GatewaySession implements AutoCloseable {

    static final ListedPort WEB = ListedPort.of(3000, "/");

    final Sandbox sandbox;
    final Session session;
    final String devbox;
    final Path pages;
    private final LinkedBlockingQueue<GatewayQuestion> questions = new LinkedBlockingQueue<>();
    private final GatewayHost host;

    GatewaySession(Path folder) throws InterruptedException {
        SystemTimeline timeline = new SystemTimeline();
        pages = folder.resolve("pages");
        sandbox = Sandbox.start(SandboxOptions.defaults(), timeline);
        host = new GatewayHost(timeline, new InstallationSecret(folder.resolve("installation-secret")), pages,
                Gateways::of);
        host.keepNumbersIn(new MemorySettings());
        session = new Connector(connection -> HttpRunloopApi.open(connection, timeline, "test"), host::gateways,
                timeline).connect(new Connection(Connection.Kind.SANDBOX,
                        ApiOrigin.parse(sandbox.baseUrl().toString()),
                        AddressTemplate.parse(sandbox.tunnelUrlTemplate()), sandbox.key()));
        devbox = sandbox.idOf("echo-service");
        session.gateways().subscribe(new GatewayService.Listener() {
            @Override
            public void changed() {
            }

            @Override
            public void happened(GatewayEvent event) {
                if (event instanceof GatewayEvent.Asked asked) {
                    questions.add(asked.question());
                }
            }
        });
    }

    /** What a click on Open gives. */
    GatewayOpening.Ready open() throws InterruptedException {
        return (GatewayOpening.Ready) session.gateways().open(devbox, WEB);
    }

    URI address() throws InterruptedException {
        return ((GatewayOpening.Ready) session.gateways().start(devbox, WEB)).address();
    }

    /** Waits for a browser that asks to be let in. */
    GatewayQuestion question() throws InterruptedException {
        GatewayQuestion asked = questions.poll(30, TimeUnit.SECONDS);
        assertThat(asked).as("a browser asks to be let in").isNotNull();
        return asked;
    }

    /** What reached the tunnels. */
    List<Ledger.Visit> visits() {
        return sandbox.ledger().visits();
    }

    @Override
    public void close() {
        session.close();
        host.close();
        sandbox.close();
    }
}
