package io.github.devboxtunnels.gateway;

import java.net.ConnectException;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.github.devboxtunnels.time.SystemTimeline;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rule 16: nothing before the first gateway, nothing after the last. */
class Rule16StopTest {

    @Test
    void nothingStartsBeforeTheFirstGateway() throws Exception {
        var folder = Files.createTempDirectory("gateway").resolve("tickets");
        Set<Thread> before = threads();
        try (Gateways gateways = Gateways.of(new GatewayOptions(new SystemTimeline(), folder,
                GatewayFixture.INSTALLATION, null, id -> CompletableFuture.completedFuture(null), null))) {
            assertThat(gateways.running()).isEmpty();
            assertThat(before).as("threads of others, which may end").containsAll(threads());
            assertThat(folder).doesNotExist();
        }
    }

    @Test
    void closingLeavesNoListenerThreadOrFile() throws Exception {
        int number;
        Set<Thread> before = threads();
        try (GatewayFixture fixture = new GatewayFixture()) {
            number = fixture.number();
            var file = fixture.gateway.ticketFile("/");
            RawClient open = fixture.connect();
            fixture.gateways.close();

            assertThat(open.in().read()).isEqualTo(-1);
            assertThat(file).doesNotExist();
            assertThat(fixture.folder).doesNotExist();
            assertThat(fixture.states).containsExactly(
                    new GatewayState.Stopped(GatewayState.StopReason.ASKED));
            assertThatThrownBy(() -> fixture.start(fixture.devbox, 3000)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> RawClient.connect(number)).isInstanceOf(ConnectException.class);
        Awaitility.await().until(() -> before.containsAll(threads()));
    }

    @Test
    void oneIsStoppedAloneAndAnotherStartsAgain() throws Exception {
        try (GatewayFixture fixture = new GatewayFixture()) {
            RunningGateway other = fixture.start(fixture.devbox, 8080);
            assertThat(fixture.start(fixture.devbox, 8080)).isSameAs(other);
            fixture.gateway.stop();
            fixture.gateway.stop();

            assertThat(fixture.gateways.running()).containsExactly(other);
            RawClient.connect(other.origin().getPort()).close();
            assertThat(fixture.start(fixture.devbox, 3000)).isNotSameAs(fixture.gateway);
            assertThat(fixture.gateways.running()).hasSize(2);
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("vert.x-"))
                .collect(Collectors.toSet());
    }
}
