package io.github.devboxtunnels.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on a bare socket, which can break off wherever a test wants. */
final class RawServer implements AutoCloseable {

    /** What it does with a request it has read. */
    interface Script {
        /**
         * Answers, or does not.
         *
         * @return whether the connection stays open for another request
         */
        boolean answer(String request, Socket socket, OutputStream out) throws Exception;
    }

    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> connections = new CopyOnWriteArrayList<>();
    private final ServerSocket listening;
    private final Script script;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private RawServer(InetAddress address, Script script) throws IOException {
        this.listening = new ServerSocket(0, 50, address);
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    static RawServer start(Script script) throws IOException {
        return on("127.0.0.1", script);
    }

    static RawServer on(String address, Script script) throws IOException {
        return new RawServer(InetAddress.getByName(address), script);
    }

    /** Answers each request with the same bytes and that it will close, then closes. */
    static RawServer saying(String answer) throws IOException {
        // Unannounced, the end of the connection would meet the client's next request on it.
        byte[] bytes = answer.replaceFirst("\r\n", "\r\nConnection: close\r\n").getBytes(StandardCharsets.UTF_8);
        return start((request, socket, out) -> {
            out.write(bytes);
            return false;
        });
    }

    String url() {
        return "http://" + listening.getInetAddress().getHostAddress() + ":" + listening.getLocalPort();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Closes with a reset instead of an orderly end. */
    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                connections.add(socket.getRemoteSocketAddress().toString());
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean more = true;
            while (more) {
                String request = read(in);
                if (request.isEmpty()) {
                    return;
                }
                requests.add(request);
                more = script.answer(request, socket, socket.getOutputStream());
                if (!socket.isClosed()) {
                    socket.getOutputStream().flush();
                }
            }
        } catch (Exception e) {
            // The client went away, or the script ended it.
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        int length = at < 0 ? 0 : Integer.parseInt(lower.substring(at + 15, lower.indexOf('\r', at)).strip());
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
