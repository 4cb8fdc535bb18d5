package io.github.devboxtunnels.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes bytes on to a port of this computer, until its connections die without a word. */
final class Relay implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final int target;

    /** One connection; what arrives on a dead one is swallowed. */
    private static final class Line {
        private final Socket near;
        private final Socket far;
        private volatile boolean dead;
        private volatile int swallowed;

        Line(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void pass(Socket from, Socket to) {
            byte[] buffer = new byte[8192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (dead) {
                        swallowed += read;
                    } else {
                        out.write(buffer, 0, read);
                    }
                }
            } catch (IOException e) {
                // The other end, or the test, has closed it.
            }
        }
    }

    Relay(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Every connection there is takes bytes from now on and gives none; new ones work. */
    void die() {
        lines.forEach(line -> line.dead = true);
    }

    /** Whether something was sent into a dead connection. */
    boolean swallowed() {
        return lines.stream().anyMatch(line -> line.swallowed > 0);
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listening.accept();
                Line line = new Line(near, new Socket(InetAddress.getLoopbackAddress(), target));
                lines.add(line);
                Thread.ofVirtual().start(() -> line.pass(line.near, line.far));
                Thread.ofVirtual().start(() -> line.pass(line.far, line.near));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Line line : lines) {
            line.near.close();
            line.far.close();
        }
    }
}
