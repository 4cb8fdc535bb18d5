package io.github.devboxtunnels.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;

/** Writes what a command prints, while it prints it, as server-sent events. Ends with the command. */
final class OutputStream implements Handler<HttpServerResponse> {

    private final Fleet fleet;
    private final Execution execution;
    private final boolean errors;
    private int offset;

    /** @param offset bytes to leave out, for those who come back after an interruption */
    OutputStream(Fleet fleet, Execution execution, boolean errors, int offset) {
        this.fleet = fleet;
        this.execution = execution;
        this.errors = errors;
        this.offset = offset;
    }

    @Override
    public void handle(HttpServerResponse response) {
        Context loop = Vertx.currentContext();
        Runnable watcher = () -> loop.runOnContext(turn -> write(response));
        synchronized (fleet) {
            execution.watch(watcher);
        }
        response.closeHandler(closed -> {
            synchronized (fleet) {
                execution.unwatch(watcher);
            }
        });
        response.writeHead();
        write(response);
    }

    private void write(HttpServerResponse response) {
        if (response.closed() || response.ended()) {
            return;
        }
        boolean over;
        byte[] printed;
        synchronized (fleet) {
            printed = execution.printed(errors).getBytes(StandardCharsets.UTF_8);
            over = execution.completed();
        }
        if (printed.length > offset) {
            byte[] more = Arrays.copyOfRange(printed, offset, printed.length);
            offset = printed.length;
            response.write(ExecutionRoutes.event(new String(more, StandardCharsets.UTF_8), offset));
        }
        if (over) {
            response.end();
        }
    }
}
