package io.github.devboxtunnels.service;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.devboxtunnels.model.ListedPort;

/** Where a {@link PortBook} keeps its pages. The order of keys is kept: what was written longest ago comes first. */
public interface PortMemory {

    /** Everything remembered, by key. */
    Map<String, List<ListedPort>> ports();

    /** Replaces everything by what the function makes of it, as one step. */
    void update(UnaryOperator<Map<String, List<ListedPort>>> change);
}
