package io.github.devboxtunnels.app;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.service.PortMemory;
import io.github.devboxtunnels.settings.SettingsStore;

/** Keeps listed ports among the settings. */
record SettingsPortMemory(SettingsStore settings) implements PortMemory {

    @Override
    public Map<String, List<ListedPort>> ports() {
        return settings.current().ports();
    }

    @Override
    public void update(UnaryOperator<Map<String, List<ListedPort>>> change) {
        settings.update(now -> now.withPorts(change.apply(now.ports())));
    }
}
