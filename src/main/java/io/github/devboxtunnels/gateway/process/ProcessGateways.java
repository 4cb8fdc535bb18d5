package io.github.devboxtunnels.gateway.process;

import java.io.IOException;
import java.util.List;

import io.github.devboxtunnels.gateway.GatewayListener;
import io.github.devboxtunnels.gateway.GatewayOptions;
import io.github.devboxtunnels.gateway.GatewayTarget;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.gateway.RunningGateway;
import org.jspecify.annotations.Nullable;

/**
 * Gateways in a process of their own, which begins with the first of them and ends when this process does, however that
 * happens. Should it end by itself, its gateways have stopped, and the next start begins another.
 */
public final class ProcessGateways implements Gateways {

    /** Starts the process of the gateways: its input and output are pipes, see {@link GatewayServer}. */
    @FunctionalInterface
    public interface Starter {
        /** Starts it. */
        Process start() throws IOException;
    }

    private final GatewayOptions options;
    private final Starter starter;
    private @Nullable GatewayProcess process;
    private boolean closed;

    /** None has started; of the options, {@code trust} is the system's always. */
    public ProcessGateways(GatewayOptions options, Starter starter) {
        if (options.trust() != null) {
            throw new IllegalArgumentException("what is trusted cannot be told to another process");
        }
        this.options = options;
        this.starter = starter;
    }

    @Override
    public synchronized RunningGateway start(GatewayTarget target, GatewayListener listener) throws IOException {
        if (closed) {
            throw new IllegalStateException("the gateways are closed");
        }
        GatewayProcess there = process;
        if (there == null || there.ended()) {
            there = GatewayProcess.begin(options, starter);
            process = there;
        }
        return there.start(target, listener);
    }

    @Override
    public List<RunningGateway> running() {
        GatewayProcess there;
        synchronized (this) {
            there = process;
        }
        return there == null ? List.of() : there.running();
    }

    @Override
    public void close() {
        GatewayProcess there;
        synchronized (this) {
            closed = true;
            there = process;
            process = null;
        }
        if (there != null) {
            there.close();
        }
    }
}
