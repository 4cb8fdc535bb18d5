package io.github.devboxtunnels.gateway.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.github.devboxtunnels.time.Timeline;

/** The process of the gateways: does what it is asked through its pipe and ends when that is closed. */
public final class GatewayServer {

    private final BlockingQueue<Runnable> turns = new LinkedBlockingQueue<>();
    private volatile boolean over;

    private GatewayServer() {
    }

    /**
     * Serves until the other end closes the pipe or dies, then stops all gateways; blocks.
     *
     * @throws InterruptedException when the thread is interrupted; the gateways have stopped
     */
    public static void serve(InputStream in, OutputStream out, Timeline timeline) throws InterruptedException {
        new GatewayServer().run(in, out, timeline);
    }

    private void run(InputStream in, OutputStream out, Timeline timeline) throws InterruptedException {
        RemoteCalls calls = new RemoteCalls(out, turns::add);
        try (ServedGateways gateways = new ServedGateways(calls.remote(Reports.class), timeline)) {
            calls.serve(in, Commands.class, gateways, () -> turns.add(() -> over = true));
            while (!over) {
                turns.take().run();
            }
        }
    }
}
