package io.github.devboxtunnels.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Something that listens on a port of a devbox. */
@FunctionalInterface
interface Service {

    /** Answers one request, on the event loop. */
    void serve(Visit visit);

    /** Sends a whole answer; nothing but its head when that is asked for. */
    static void reply(HttpServerRequest request, int status, String type, Buffer body) {
        HttpServerResponse response = request.response().setStatusCode(status).putHeader("content-type", type)
                .putHeader("content-length", Integer.toString(body.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }
}
