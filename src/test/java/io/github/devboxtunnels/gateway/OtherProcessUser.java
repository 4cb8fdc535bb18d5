package io.github.devboxtunnels.gateway;

import java.util.concurrent.CountDownLatch;

import io.github.devboxtunnels.gateway.process.ProcessGateways;
import io.github.devboxtunnels.time.SystemTimeline;

/** A window's process, which starts a gateway, says its port and the process that serves it, and waits to be killed. */
public final class OtherProcessUser {

    private OtherProcessUser() {
    }

    /** @param arguments none */
    public static void main(String[] arguments) throws Exception {
        OtherProcess other = new OtherProcess();
        GatewayFixture fixture = new GatewayFixture(new SystemTimeline(), GatewayFixture.web(true),
                options -> new ProcessGateways(options, other));
        System.out.println(fixture.number());
        System.out.println(other.started.getFirst().pid());
        new CountDownLatch(1).await();
    }
}
