package io.github.devboxtunnels.gateway;

import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rule 1: on 127.0.0.1 and ::1 with one number, or on neither. */
class Rule01ListenerTest {

    private final GatewayFixture fixture = new GatewayFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void bothAddressesAnswerWithTheSameGateway() throws Exception {
        for (String address : new String[]{"127.0.0.1", "::1"}) {
            try (RawClient client = RawClient.connect(address, fixture.number())) {
                RawClient.Answer answer = client.send(fixture.request("GET", "/", GatewayFixture.navigation())).read();
                assertThat(answer.text()).contains("This browser has not been let in");
            }
        }
    }

    @Test
    void theNumberIsTheSameAgainWhereItIsFree() {
        int number = fixture.number();
        fixture.gateway.stop();

        assertThat(fixture.start(fixture.devbox, 3000).origin().getPort()).isEqualTo(number);
    }

    /** Many times: a socket that is let go of a moment later is seen only now and then. */
    @Test
    void theNumberIsFreeOnBothOnceItHasStopped() throws Exception {
        RunningGateway gateway = fixture.gateway;
        for (int time = 0; time < 500; time++) {
            int number = gateway.origin().getPort();
            gateway.stop();
            for (String address : new String[]{"127.0.0.1", "::1"}) {
                new ServerSocket(number, 1, InetAddress.ofLiteral(address)).close();
            }
            gateway = fixture.start(fixture.devbox, 3000);
            assertThat(gateway.origin().getPort()).isEqualTo(number);
        }
    }

    @Test
    void anotherNumberIsUsedOnBothWhereEitherIsTaken() throws Exception {
        for (String address : new String[]{"127.0.0.1", "::1"}) {
            try (GatewayFixture other = new GatewayFixture()) {
                int number = other.number();
                other.gateway.stop();
                try (ServerSocket taken = new ServerSocket(number, 1, InetAddress.ofLiteral(address))) {
                    int now = other.start(other.devbox, 3000).origin().getPort();
                    assertThat(now).isNotEqualTo(taken.getLocalPort());
                    RawClient.connect("127.0.0.1", now).close();
                    RawClient.connect("::1", now).close();
                }
            }
        }
    }

    @Test
    void nothingIsReachableFromOutside() throws Exception {
        var outside = java.net.NetworkInterface.networkInterfaces().flatMap(java.net.NetworkInterface::inetAddresses)
                .filter(each -> !each.isLoopbackAddress() && each instanceof java.net.Inet4Address).toList();

        assertThat(outside).allSatisfy(address -> assertThatThrownBy(
                () -> RawClient.connect(address.getHostAddress(), fixture.number()))
                .isInstanceOf(java.net.ConnectException.class));
    }

    @Test
    void stoppingClosesBoth() {
        int number = fixture.number();
        fixture.gateway.stop();

        assertThatThrownBy(() -> RawClient.connect("127.0.0.1", number)).isInstanceOf(java.net.ConnectException.class);
        assertThatThrownBy(() -> RawClient.connect("::1", number)).isInstanceOf(java.net.ConnectException.class);
    }
}
