package io.github.devboxtunnels.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/** A tunnel edge and service on plain sockets that remembers every byte it gets. */
final class CountingUpstream implements AutoCloseable {

    /** A request as it came over the wire. */
    record Got(String head, byte[] body) {

        String line() {
            return head.substring(0, head.indexOf("\r\n"));
        }

        /** The values of a header. */
        List<String> all(String name) {
            return head.lines().skip(1).filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip()).toList();
        }

        /** The one value of a header; null without. */
        String one(String name) {
            List<String> all = all(name);
            if (all.size() > 1) {
                throw new AssertionError(name + " came " + all.size() + " times");
            }
            return all.isEmpty() ? null : all.getFirst();
        }
    }

    /** Answers on the socket itself; true to go on with it. */
    interface Script {
        boolean answer(Got got, InputStream in, OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytes = new AtomicLong();
    private volatile Script script = plain(request -> ok("ok"));

    CountingUpstream() {
        this(ServerSocketFactory.getDefault());
    }

    CountingUpstream(ServerSocketFactory sockets) {
        try {
            server = sockets.createServerSocket(0, 1024, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** A script that answers every request with one text. */
    static Script plain(Function<Got, String> answer) {
        return (request, in, out) -> {
            out.write(answer.apply(request).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return true;
        };
    }

    void answer(Function<Got, String> answer) {
        script = plain(answer);
    }

    void answerRaw(Script other) {
        script = other;
    }

    int port() {
        return server.getLocalPort();
    }

    List<Got> requests() {
        return List.copyOf(got);
    }

    Got last() {
        return got.getLast();
    }

    long bytes() {
        return bytes.get();
    }

    int connections() {
        return open.size();
    }

    void forget() {
        got.clear();
        bytes.set(0);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new Counting(new BufferedInputStream(socket.getInputStream()));
            OutputStream out = socket.getOutputStream();
            while (true) {
                String head = head(in);
                if (head == null) {
                    return;
                }
                Got request = new Got(head, body(head, in));
                got.add(request);
                if (!script.answer(request, in, out)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The other side went, or the test is over.
        } finally {
            open.remove(socket);
        }
    }

    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            head.write(b);
            matched = b == "\r\n\r\n".charAt(matched) ? matched + 1 : b == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    static byte[] body(String head, InputStream in) throws IOException {
        Got read = new Got(head, new byte[0]);
        String length = read.one("content-length");
        if (length != null) {
            return in.readNBytes(Integer.parseInt(length));
        }
        return "chunked".equals(read.one("transfer-encoding")) ? chunks(in) : new byte[0];
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(in), 16);
            if (size == 0) {
                while (!line(in).isEmpty()) {
                    // Trailers.
                }
                return body.toByteArray();
            }
            body.write(in.readNBytes(size));
            line(in);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            line.append((char) b);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            bytes.addAndGet(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytes.addAndGet(Math.max(0, read));
            return read;
        }
    }
}
