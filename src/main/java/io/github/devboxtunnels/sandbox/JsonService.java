package io.github.devboxtunnels.sandbox;

import java.util.List;
import java.util.Locale;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A small JSON service: health, some jobs, what headers arrived, and an echo of what is posted. */
final class JsonService implements Service {

    private static final JsonArray JOBS = new JsonArray(List.of(
            new JsonObject().put("id", 1).put("name", "reindex").put("state", "done"),
            new JsonObject().put("id", 2).put("name", "thumbnails").put("state", "running"),
            new JsonObject().put("id", 3).put("name", "digest").put("state", "waiting")));

    @Override
    public void serve(Visit visit) {
        HttpServerRequest request = visit.request();
        switch (request.path()) {
            case "/" -> json(request, 200, new JsonObject().put("service", "json").put("devbox", visit.devbox())
                    .put("paths", JsonArray.of("/health", "/jobs", "/headers", "/echo")));
            case "/health" -> json(request, 200, new JsonObject().put("status", "ok"));
            case "/jobs" -> json(request, 200, new JsonObject().put("jobs", JOBS));
            case "/headers" -> json(request, 200, headers(visit));
            case "/echo" -> echo(request);
            default -> json(request, 404, new JsonObject().put("error", "not found"));
        }
    }

    private static void echo(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.POST) && !request.method().equals(HttpMethod.PUT)) {
            json(request, 405, new JsonObject().put("error", "post something"));
            return;
        }
        String type = request.getHeader("content-type");
        request.response().putHeader("content-type", type == null ? "application/octet-stream" : type);
        String length = request.getHeader("content-length");
        if (length == null) {
            request.response().setChunked(true);
        } else {
            request.response().putHeader("content-length", length);
        }
        request.pipeTo(request.response());
    }

    private static JsonObject headers(Visit visit) {
        JsonObject all = new JsonObject();
        visit.headers().forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value));
        return all;
    }

    private static void json(HttpServerRequest request, int status, JsonObject body) {
        Service.reply(request, status, "application/json", body.toBuffer());
    }
}
