package io.github.devboxtunnels.app;

import java.util.OptionalInt;

import io.github.devboxtunnels.gateway.PortNumbers;
import io.github.devboxtunnels.settings.SettingsStore;

/** Keeps the port of each gateway among the settings. */
record SettingsPortNumbers(SettingsStore settings) implements PortNumbers {

    @Override
    public OptionalInt last(String hostName) {
        Integer port = settings.current().gatewayPorts().get(hostName);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    @Override
    public void remember(String hostName, int port) {
        settings.update(now -> now.withGatewayPort(hostName, port));
    }
}
