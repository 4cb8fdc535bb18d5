package io.github.devboxtunnels.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;

/**
 * A small web page with style, script, image, form, WebSocket and server-sent events. As careful frameworks do, it
 * refuses a POST or a WebSocket that another page sends: {@code Origin} and {@code Referer} must be its own address.
 */
final class PageService implements Service {

    private static final Duration TICK = Duration.ofSeconds(1);
    static final String HTML = "text/html; charset=utf-8";
    private static final Map<String, String> ASSETS = Map.of("/style.css", "text/css; charset=utf-8",
            "/app.js", "text/javascript; charset=utf-8", "/logo.svg", "image/svg+xml");

    private final Vertx vertx;
    private final ServerClock clock;
    private final Agenda agenda;

    PageService(Vertx vertx, ServerClock clock, Agenda agenda) {
        this.vertx = vertx;
        this.clock = clock;
        this.agenda = agenda;
    }

    @Override
    public void serve(Visit visit) {
        HttpServerRequest request = visit.request();
        String path = request.path();
        boolean upgrade = request.canUpgradeToWebSocket();
        if ((upgrade || request.method().equals(HttpMethod.POST)) && !visit.fromOwnPage()) {
            Service.reply(request, 403, HTML, page("refused.html", visit));
        } else if (path.equals("/socket") && upgrade) {
            request.toWebSocket().onSuccess(socket -> echo(socket, visit));
        } else if (path.equals("/events")) {
            events(visit);
        } else if (path.equals("/form") && request.method().equals(HttpMethod.POST)) {
            form(visit);
        } else if (PageAccount.serves(path)) {
            PageAccount.serve(visit);
        } else if (ASSETS.containsKey(path)) {
            Service.reply(request, 200, ASSETS.get(path), asset(path.substring(1)));
        } else if (path.equals("/")) {
            Service.reply(request, 200, HTML, page("index.html", visit));
        } else {
            Service.reply(request, 404, HTML, page("missing.html", visit));
        }
    }

    private static void echo(ServerWebSocket socket, Visit visit) {
        Runnable ended = visit.opened().apply(socket::close);
        socket.closeHandler(closed -> ended.run());
        socket.textMessageHandler(text -> {
            visit.traffic().run();
            socket.writeTextMessage(text);
        });
        socket.binaryMessageHandler(bytes -> {
            visit.traffic().run();
            socket.writeBinaryMessage(bytes);
        });
    }

    private void events(Visit visit) {
        HttpServerResponse response = visit.request().response().setChunked(true)
                .putHeader("content-type", "text/event-stream").putHeader("cache-control", "no-cache");
        Runnable ended = visit.opened().apply(() -> end(response));
        response.closeHandler(closed -> ended.run());
        tick(response, vertx.getOrCreateContext(), visit, 1);
    }

    private void tick(HttpServerResponse response, Context loop, Visit visit, int number) {
        if (response.closed() || response.ended()) {
            return;
        }
        visit.traffic().run();
        JsonObject data = new JsonObject().put("number", number).put("time", clock.now().toString());
        response.write("id: " + number + "\ndata: " + data.encode() + "\n\n");
        agenda.after(TICK, () -> loop.runOnContext(turn -> tick(response, loop, visit, number + 1)));
    }

    private static void end(HttpServerResponse response) {
        if (!response.closed() && !response.ended()) {
            response.end();
        }
    }

    private static void form(Visit visit) {
        HttpServerRequest request = visit.request();
        request.setExpectMultipart(true);
        request.end().onSuccess(read -> {
            String message = request.getFormAttribute("message");
            String safe = message == null ? "" : escaped(message);
            Service.reply(request, 200, HTML, filled("form.html", Map.of("message", safe, "devbox",
                    escaped(visit.devbox()))));
        });
    }

    private static Buffer page(String name, Visit visit) {
        return filled(name, Map.of("devbox", escaped(visit.devbox())));
    }

    /** A page with its gaps filled. */
    static Buffer filled(String name, Map<String, String> values) {
        String text = asset(name).toString(StandardCharsets.UTF_8);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return Buffer.buffer(text);
    }

    private static Buffer asset(String name) {
        try (InputStream in = Objects.requireNonNull(PageService.class.getResourceAsStream("page/" + name))) {
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that is safe in a page. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
