package io.github.devboxtunnels.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.service.PortMemory;

/** Port memory without a disk. */
public final class MemoryPorts implements PortMemory {

    private Map<String, List<ListedPort>> current = new LinkedHashMap<>();

    @Override
    public synchronized Map<String, List<ListedPort>> ports() {
        return current;
    }

    @Override
    public synchronized void update(UnaryOperator<Map<String, List<ListedPort>>> change) {
        current = change.apply(current);
    }
}
