package io.github.devboxtunnels.sandbox;

import java.util.concurrent.TimeUnit;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Tunnel;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.SocketAddress;

/** Calls tunnel addresses of a sandbox, as curl and browsers do. */
final class EdgeClient implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    /** What came back. */
    record Got(int status, MultiMap headers, String body) {
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = vertx.createHttpClient();
    private final WebSocketClient sockets = vertx.createWebSocketClient();
    private final Sandbox sandbox;

    EdgeClient(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    Got get(String host, String path, MultiMap headers) throws Exception {
        return send(HttpMethod.GET, host, path, headers, "");
    }

    Got send(HttpMethod method, String host, String path, MultiMap headers, String body) throws Exception {
        RequestOptions options = new RequestOptions().setMethod(method).setURI(path)
                .setServer(SocketAddress.inetSocketAddress(sandbox.port(), "127.0.0.1")).setHost(name(host))
                .setPort(port(host)).setHeaders(headers);
        Promise<Got> got = Promise.promise();
        // On the event loop: whoever asks for the body later, from another thread, may miss its beginning.
        vertx.runOnContext(turn -> http.request(options)
                .compose(request -> request.send(Buffer.buffer(body)))
                .compose(response -> response.body()
                        .map(bytes -> new Got(response.statusCode(), response.headers(), bytes.toString())))
                .onComplete(got));
        return got.future().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    WebSocket socket(String host, String path, MultiMap headers) throws Exception {
        WebSocketConnectOptions options = new WebSocketConnectOptions().setURI(path)
                .setServer(SocketAddress.inetSocketAddress(sandbox.port(), "127.0.0.1")).setHost(name(host))
                .setPort(port(host)).setHeaders(headers);
        return sockets.connect(options).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The host of a port of a devbox with a tunnel. */
    String host(Devbox devbox, int port) {
        return port + "-" + devbox.tunnel().key().reveal() + ".tunnel.localhost:" + sandbox.port();
    }

    static MultiMap none() {
        return MultiMap.caseInsensitiveMultiMap();
    }

    static MultiMap token(Devbox devbox) {
        return none().add(Tunnel.TOKEN_HEADER, "Bearer " + devbox.tunnel().token().reveal());
    }

    private static String name(String host) {
        return host.substring(0, host.lastIndexOf(':'));
    }

    private static int port(String host) {
        return Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
