package io.github.devboxtunnels.gateway;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;

/**
 * A service of real bodies and sockets: {@code /down?n=} sends n bytes, {@code /up} answers with the digest of what
 * came, {@code /echo} sends it back as it comes, {@code /socket} answers WebSocket messages in kind.
 */
final class VertxUpstream implements AutoCloseable {

    private static final int BLOCK = 64 * 1024;
    private static final byte[] PATTERN = pattern();

    final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    final Set<ServerWebSocket> sockets = ConcurrentHashMap.newKeySet();
    final AtomicInteger held = new AtomicInteger();
    private final Vertx vertx;
    private final HttpServer server;

    VertxUpstream() {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setUseDaemonThread(true));
        server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0)
                .setMaxWebSocketFrameSize(32 << 20).setMaxWebSocketMessageSize(32 << 20)
                .setPerMessageWebSocketCompressionSupported(true).setMaxHeaderSize(80 * 1024)
                .setMaxInitialLineLength(80 * 1024)).connectionHandler(connection -> {
                    connections.add(connection);
                    connection.closeHandler(gone -> connections.remove(connection));
                }).requestHandler(this::serve).listen().await();
    }

    int port() {
        return server.actualPort();
    }

    private void serve(HttpServerRequest request) {
        switch (request.path()) {
            case "/up" -> digest(request);
            case "/echo" -> {
                HttpServerResponse response = request.response().setChunked(true);
                request.pipeTo(response);
            }
            case "/socket" -> request.toWebSocket().onSuccess(this::answer);
            case "/frames" -> request.toWebSocket().onSuccess(socket -> socket.frameHandler(frame -> {
                if (frame.isText() || frame.isBinary() || frame.isContinuation()) {
                    socket.writeFrame(frame.isContinuation()
                            ? WebSocketFrame.continuationFrame(frame.binaryData(), frame.isFinal())
                            : frame.isText()
                                    ? WebSocketFrame.textFrame(frame.textData(), frame.isFinal())
                                    : WebSocketFrame.binaryFrame(frame.binaryData(), frame.isFinal()));
                }
            }));
            case "/refuse" -> request.response().setStatusCode(403).end("not for you");
            case "/hold" -> {
                held.incrementAndGet();
                request.connection().closeHandler(gone -> held.decrementAndGet());
            }
            default -> down(request, Long.parseLong(request.getParam("n")));
        }
    }

    private static void digest(HttpServerRequest request) {
        MessageDigest digest = Bytes.sha256();
        request.handler(part -> digest.update(part.getBytes()));
        request.endHandler(end -> request.response().end(HexFormat.of().formatHex(digest.digest())));
    }

    private void answer(ServerWebSocket socket) {
        sockets.add(socket);
        socket.closeHandler(gone -> sockets.remove(socket));
        socket.writeTextMessage("hello at once");
        socket.textMessageHandler(text -> {
            if (text.startsWith("close ")) {
                socket.close((short) Integer.parseInt(text.substring(6)), "as asked");
            } else {
                socket.writeTextMessage(text);
            }
        });
        socket.binaryMessageHandler(socket::writeBinaryMessage);
    }

    private static void down(HttpServerRequest request, long size) {
        HttpServerResponse response = request.response();
        if (request.getParam("chunked") != null) {
            response.setChunked(true);
        } else {
            response.putHeader("content-length", Long.toString(size));
        }
        more(response, size);
    }

    private static void more(HttpServerResponse response, long left) {
        long rest = left;
        while (rest > 0 && !response.writeQueueFull()) {
            int step = (int) Math.min(BLOCK, rest);
            response.write(Buffer.buffer(step).appendBytes(PATTERN, 0, step));
            rest -= step;
        }
        if (rest == 0) {
            response.end();
        } else {
            long now = rest;
            response.drainHandler(drained -> {
                if (!response.closed()) {
                    more(response, now);
                }
            });
        }
    }

    /** The digest of what {@code /down} sends. */
    static String digestOf(long size) {
        MessageDigest digest = Bytes.sha256();
        for (long left = size; left > 0; left -= BLOCK) {
            digest.update(PATTERN, 0, (int) Math.min(BLOCK, left));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static byte[] block() {
        return PATTERN.clone();
    }

    private static byte[] pattern() {
        byte[] bytes = new byte[BLOCK];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
