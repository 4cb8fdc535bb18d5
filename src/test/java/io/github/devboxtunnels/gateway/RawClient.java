package io.github.devboxtunnels.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A connection that says exactly what it is told to. */
final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    /** An answer. */
    record Answer(String head, byte[] body) {

        int status() {
            return head.isEmpty() ? 0 : Integer.parseInt(head.substring(9, 12));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        List<String> all(String name) {
            return new CountingUpstream.Got(head, body).all(name);
        }

        String one(String name) {
            return new CountingUpstream.Got(head, body).one(name);
        }
    }

    private final Socket socket;
    private final InputStream in;

    private RawClient(String host, int port) throws IOException {
        socket = new Socket(InetAddress.ofLiteral(host), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static RawClient connect(int port) throws IOException {
        return new RawClient("127.0.0.1", port);
    }

    static RawClient connect(String host, int port) throws IOException {
        return new RawClient(host, port);
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
        return this;
    }

    InputStream in() {
        return in;
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    Socket socket() {
        return socket;
    }

    /** Reads one answer; status 0 when the connection ends without one. */
    Answer read(boolean head) throws IOException {
        String got;
        try {
            got = CountingUpstream.head(in);
        } catch (IOException e) {
            // A reset is an end too.
            got = null;
        }
        if (got == null) {
            return new Answer("", new byte[0]);
        }
        Answer answer = new Answer(got, new byte[0]);
        if (answer.status() == 100) {
            return read(head);
        }
        if (head || answer.status() == 101 || answer.status() == 204 || answer.status() == 304) {
            return answer;
        }
        return new Answer(got, CountingUpstream.body(got, in));
    }

    Answer read() throws IOException {
        return read(false);
    }

    /** Everything until the connection ends. */
    String rest() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException e) {
            // A reset is an end too.
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** Ends it the rude way. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
