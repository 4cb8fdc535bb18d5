package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.time.SystemTimeline;

/** A gateway in front of a {@link VertxUpstream}, open to this program. */
final class ServiceFixture implements AutoCloseable {

    final VertxUpstream upstream = new VertxUpstream();
    final Gateways gateways;
    final RunningGateway gateway;
    private final Devbox devbox = GatewayFixture.web(true);

    ServiceFixture() {
        try {
            gateways = Gateways.of(new GatewayOptions(new SystemTimeline(),
                    Files.createTempDirectory("gateway").resolve("tickets"), GatewayFixture.INSTALLATION,
                    new NoNumbers(), id -> CompletableFuture.completedFuture(devbox), null));
            gateway = gateways.start(new GatewayTarget(devbox, 3000,
                    new AddressTemplate("http", "tunnel.localhost:" + upstream.port())), new GatewayListener() {
                    });
            gateway.setLocalPrograms(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int number() {
        return gateway.origin().getPort();
    }

    String host() {
        return gateway.origin().getRawAuthority();
    }

    RawClient connect() throws IOException {
        return RawClient.connect(number());
    }

    String request(String method, String target, String... lines) {
        return method + " " + target + " HTTP/1.1\r\nHost: " + host() + "\r\n"
                + (lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n") + "\r\n";
    }

    /** Connections between browsers and the gateway. */
    int connections() {
        return ((VertxGateways) gateways).connections();
    }

    @Override
    public void close() {
        gateways.close();
        upstream.close();
    }
}
