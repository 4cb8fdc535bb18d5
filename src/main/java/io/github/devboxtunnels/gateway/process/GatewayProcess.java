package io.github.devboxtunnels.gateway.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.devboxtunnels.gateway.GatewayListener;
import io.github.devboxtunnels.gateway.GatewayOptions;
import io.github.devboxtunnels.gateway.GatewayState.StopReason;
import io.github.devboxtunnels.gateway.GatewayTarget;
import io.github.devboxtunnels.gateway.RunningGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of the process of the gateways, seen from the window. */
final class GatewayProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayProcess.class);
    /** It stops its gateways within two seconds. */
    private static final long END_SECONDS = 3;

    private final Process process;
    private final RemoteCalls calls;
    private final Commands commands;
    private final Map<Long, RemoteGateway> gateways = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean closing;

    private GatewayProcess(Process process) {
        this.process = process;
        this.calls = new RemoteCalls(process.getOutputStream(), Runnable::run);
        this.commands = calls.remote(Commands.class);
    }

    static GatewayProcess begin(GatewayOptions options, ProcessGateways.Starter starter) throws IOException {
        GatewayProcess begun = new GatewayProcess(starter.start());
        begun.calls.serve(begun.process.getInputStream(), Reports.class, new TakenReports(options, begun.gateways),
                begun::allOver);
        begun.commands.begin(options.ticketFolder().toString(), options.installation());
        return begun;
    }

    /** Starts a gateway, or finds the one that runs; one at a time. */
    RunningGateway start(GatewayTarget target, GatewayListener listener) throws IOException {
        for (RemoteGateway there : gateways.values()) {
            if (there.port() == target.port() && there.devboxId().equals(target.devbox().id())) {
                there.update(target.devbox());
                return there;
            }
        }
        long number = numbers.incrementAndGet();
        RemoteGateway gateway = new RemoteGateway(number, target.devbox().id(), target.port(), commands, listener);
        gateways.put(number, gateway);
        try {
            commands.start(number, target.devbox(), target.port(), target.addresses());
            return gateway;
        } catch (IOException | RuntimeException e) {
            gateways.remove(number);
            throw e;
        }
    }

    /** Those that have not stopped, oldest first. */
    List<RunningGateway> running() {
        return List.copyOf(gateways.values());
    }

    boolean ended() {
        return calls.ended();
    }

    /** Nothing it listened on is open when this returns. */
    @Override
    public void close() {
        closing = true;
        try {
            process.getOutputStream().close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the gateways did not stop in time");
            }
        } catch (IOException e) {
            LOG.debug("the process of the gateways has ended before");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private void allOver() {
        process.destroyForcibly();
        StopReason reason = closing ? StopReason.ASKED : StopReason.BROKEN;
        if (!closing) {
            LOG.warn("the process of the gateways has ended by itself");
        }
        gateways.values().forEach(gateway -> gateway.stopped(reason));
        gateways.clear();
    }
}
