package io.github.devboxtunnels.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Writes answers, whole or cut. Called on the event loop of the request. */
final class Wire {

    private final ResettableTransport transport;

    Wire(ResettableTransport transport) {
        this.transport = transport;
    }

    void send(HttpServerRequest request, Answer answer, boolean gzip) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (answer.stream() != null) {
            if (request.version().alpnName().startsWith("http/1")) {
                response.setChunked(true);
            }
            answer.stream().handle(response);
            return;
        }
        response.putHeader("vary", "accept-encoding");
        Buffer body = answer.body();
        boolean shrink = gzip && body.length() >= Gzip.WORTHWHILE && !answer.headers().containsKey("content-encoding");
        if (shrink) {
            response.putHeader("content-encoding", "gzip");
            body = Gzip.compress(body);
        }
        response.putHeader("content-length", Integer.toString(body.length()));
        response.end(body);
    }

    void cut(HttpServerRequest request, Answer answer, Cut.Way way) {
        switch (way) {
            case RESET -> transport.reset(request.connection().remoteAddress());
            case CLOSE -> request.connection().close();
            case HALF_BODY -> {
                HttpServerResponse response = request.response().setStatusCode(answer.status());
                answer.headers().forEach(response::putHeader);
                Buffer body = answer.body();
                response.putHeader("content-length", Integer.toString(body.length()));
                response.write(body.slice(0, body.length() / 2)).onComplete(done -> request.connection().close());
            }
        }
    }
}
