package io.github.devboxtunnels.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The gateway in front of the sandbox's tunnel edge, which checks tokens, and its page, which checks origins. */
class SandboxTunnelTest {

    private final SimulatedTimeline time = new SimulatedTimeline();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), time);
    private final String id = sandbox.idOf("shop-page");
    private Gateways gateways;
    private RunningGateway gateway;
    private String cookie;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        sandbox.removeTunnel(id);
        sandbox.enableTunnel(id, new TunnelSettings(AuthMode.AUTHENTICATED, true, true));
        gateways = Gateways.of(new GatewayOptions(time, folder.resolve("tickets"), GatewayFixture.INSTALLATION,
                new NoNumbers(), devbox -> CompletableFuture.completedFuture(sandbox.devbox(devbox)), null));
        gateway = gateways.start(new GatewayTarget(devbox(), 3000, AddressTemplate.parse(sandbox.tunnelUrlTemplate())),
                new GatewayListener() {
                });
        Map<String, String> form = GatewayFixture.fields(Files.readString(gateway.ticketFile("/")));
        cookie = "Cookie: " + GatewayFixture.cookie(send("POST", Pages.ENTER, "ticket=" + form.get("ticket")));
    }

    @AfterEach
    void close() {
        gateways.close();
        sandbox.close();
    }

    @Test
    void aPageBehindTheTokenOpensAndItsFormIsAccepted() throws Exception {
        assertThat(send("GET", "/", "", cookie).text()).contains("shop-page");
        assertThat(send("POST", "/form", "message=hi", cookie, origin(), "Content-Type:"
                + " application/x-www-form-urlencoded").text()).contains("hi");
        assertThat(send("GET", "/socket", "", cookie, origin(), "Connection: Upgrade", "Upgrade: websocket",
                "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==").status()).isEqualTo(101);
    }

    @Test
    void aDevboxThatWentToSleepIsNotWokenByItsPage() throws Exception {
        sandbox.setStatus(id, Kind.SUSPENDED);
        gateway.update(devbox());

        assertThat(send("GET", "/events", "", cookie).status()).isEqualTo(503);
        assertThat(devbox().status().word()).isEqualTo("suspended");
        assertThat(sandbox.ledger().visits(id, 3000)).isEmpty();
    }

    @Test
    void theWakeButtonWakesIt() throws Exception {
        sandbox.setStatus(id, Kind.SUSPENDED);
        gateway.update(devbox());
        send("POST", Pages.WAKE, "path=/", cookie, origin());

        assertThat(send("GET", "/", "", cookie, "Accept: text/html").text()).contains("is waking up");
        assertThat(devbox().status().word()).isEqualTo("resuming");
        assertThat(sandbox.ledger().visits(id, 3000)).hasSize(1);
    }

    private Devbox devbox() {
        return sandbox.devbox(id);
    }

    private String origin() {
        return "Origin: http://" + gateway.origin().getRawAuthority();
    }

    private RawClient.Answer send(String method, String path, String body, String... lines) throws Exception {
        try (RawClient client = RawClient.connect(gateway.origin().getPort())) {
            return client.send(method + " " + path + " HTTP/1.1\r\nHost: " + gateway.origin().getRawAuthority()
                    + "\r\n" + (lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n") + "Content-Length: "
                    + body.length() + "\r\n\r\n" + body).read();
        }
    }
}
