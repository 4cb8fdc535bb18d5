package io.github.devboxtunnels.gateway;

import java.util.function.IntConsumer;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Finishes a WebSocket handshake and then moves bytes both ways as they are, with back-pressure; Vert.x HTTP Proxy has
 * none there, and drops the body of a handshake that the service refuses.
 */
final class SocketBridge {

    private SocketBridge() {
    }

    /**
     * Answers a handshake as the service did.
     *
     * @param answer rewritten already
     * @param opened called before the first byte of the socket
     * @param traffic told how many bytes went to the browser, and of none when some went to the service
     * @param closed called when both ends are
     */
    static Future<Void> answer(HttpServerRequest request, ProxyResponse answer, Runnable opened,
            IntConsumer traffic, Runnable closed) {
        HttpClientResponse service = answer.proxiedResponse();
        HttpServerResponse response = request.response().setStatusCode(answer.getStatusCode());
        response.headers().addAll(answer.headers());
        if (answer.getStatusCode() != 101) {
            return refuse(request, response, service);
        }
        opened.run();
        NetSocket far = service.netSocket();
        far.pause();
        return request.toNetSocket().onSuccess(near -> {
            pump(near, far, bytes -> traffic.accept(0));
            pump(far, near, traffic);
            near.closeHandler(gone -> {
                var _ = far.end();
                closed.run();
            });
            far.closeHandler(gone -> {
                var _ = near.end();
            });
            far.resume();
        }).onFailure(failure -> far.close()).mapEmpty();
    }

    private static Future<Void> refuse(HttpServerRequest request, HttpServerResponse response,
            HttpClientResponse service) {
        response.headers().remove("connection").remove("upgrade").remove("transfer-encoding");
        if (!response.headers().contains("content-length")) {
            response.setChunked(true);
        }
        request.resume();
        // The connection was kept for a socket, so it goes with the answer.
        return service.pipeTo(response).onComplete(done -> service.request().reset());
    }

    private static void pump(NetSocket from, NetSocket to, IntConsumer passed) {
        from.exceptionHandler(failure -> {
            // The close handler follows.
        });
        from.handler(bytes -> {
            passed.accept(bytes.length());
            var _ = to.write(bytes);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(drained -> from.resume());
            }
        });
    }
}
