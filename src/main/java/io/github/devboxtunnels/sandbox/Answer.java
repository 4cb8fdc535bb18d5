package io.github.devboxtunnels.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What goes back to a caller.
 *
 * @param status HTTP status
 * @param headers beside content type and length
 * @param body the whole body; empty when it is a stream
 * @param stream writes the body bit by bit; null for a whole body
 */
record Answer(int status, Map<String, String> headers, Buffer body, @Nullable Handler<HttpServerResponse> stream) {

    /** The content type of every answer of the API, in the spelling the official service uses. */
    static final String JSON = "application/json";

    static Map<String, String> typed(Map<String, String> headers, String contentType) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("content-type", contentType);
        return Map.copyOf(all);
    }

    static Answer json(Buffer body) {
        return new Answer(200, Map.of("content-type", JSON), body, null);
    }

    static Answer json(JsonObject body) {
        return json(body.toBuffer());
    }

    static Answer empty() {
        return json(Buffer.buffer("{}"));
    }

    static Answer error(int status, @Nullable String message) {
        String text = message == null ? "Error" : message;
        return new Answer(status, Map.of("content-type", JSON), new JsonObject().put("message", text).toBuffer(), null);
    }

    static Answer events(Handler<HttpServerResponse> stream) {
        return new Answer(200, Map.of("content-type", "text/event-stream", "cache-control", "no-cache"),
                Buffer.buffer(), stream);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, Map.copyOf(more), body, stream);
    }

    Answer withBody(Buffer other) {
        return new Answer(status, headers, other, stream);
    }
}
