package io.github.devboxtunnels.gateway;

import java.util.function.Function;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** Takes every request of a gateway: turns it away, answers it here, or hands it to the proxy. */
final class Reception implements Handler<HttpServerRequest>, ProxyPath.Hooks {

    /** Set by the tunnel edge when it answers itself; a hint of the official clients, not a contract. */
    private static final String EDGE_CODE = "x-runloop-error-code";

    private final Core core;
    private final Guard guard;
    private final OwnPages own;
    private final Pages pages;
    private final Sleep sleep;
    private final RequestLog log;
    private final Function<HttpServerRequest, @Nullable FrontDoor> doors;
    private final Handler<HttpServerRequest> proxy;

    /** @param proxy makes the proxy, which needs this for its hooks */
    Reception(Core core, Guard guard, OwnPages own, Pages pages, Sleep sleep, RequestLog log,
            Function<HttpServerRequest, @Nullable FrontDoor> doors,
            Function<ProxyPath.Hooks, Handler<HttpServerRequest>> proxy) {
        this.core = core;
        this.guard = guard;
        this.own = own;
        this.pages = pages;
        this.sleep = sleep;
        this.log = log;
        this.doors = doors;
        this.proxy = proxy.apply(this);
    }

    @Override
    public void handle(HttpServerRequest request) {
        Caller caller = Caller.of(request);
        Exchange exchange = begin(request);
        Refusal misplaced = guard.place(caller);
        if (misplaced != null) {
            OwnPages.refuse(request, misplaced);
            return;
        }
        if (request.path() != null && request.path().startsWith(Pages.ROOT)) {
            own.handle(caller);
            return;
        }
        Refusal foreign = guard.provenance(caller);
        if (foreign != null) {
            OwnPages.refuse(request, foreign);
        } else if (guard.admitted(caller)) {
            admit(caller, exchange);
        } else if (caller.get() && caller.navigation()) {
            PageWriter.send(request, pages.stranger(request.uri()));
        } else {
            OwnPages.refuse(request, new Refusal(403, "This browser or program has not been let in"));
        }
    }

    private Exchange begin(HttpServerRequest request) {
        Exchange exchange = log.begin(request);
        FrontDoor door = doors.apply(request);
        if (door != null) {
            door.begin();
        }
        HttpServerResponse response = request.response();
        response.endHandler(sent -> over(request, exchange, door));
        response.closeHandler(gone -> over(request, exchange, door));
        core.changed();
        return exchange;
    }

    private void over(HttpServerRequest request, Exchange exchange, @Nullable FrontDoor door) {
        if (exchange.over()) {
            return;
        }
        HttpServerResponse response = request.response();
        if (exchange.kind() != GatewayRequest.Kind.SOCKET) {
            if (exchange.kind() == GatewayRequest.Kind.PLAIN) {
                exchange.add(response.bytesWritten());
            }
            if (response.headWritten()) {
                exchange.status(response.getStatusCode());
            }
        }
        log.finish(request, exchange);
        if (door != null) {
            door.end();
        }
        core.changed();
    }

    private void admit(Caller caller, Exchange exchange) {
        boolean running = core.devbox().status().running();
        Knowledge.Need need = running
                ? Knowledge.Need.FORWARD
                : caller.navigation() ? Knowledge.Need.LOOK : Knowledge.Need.IDLE;
        HttpServerRequest request = caller.request();
        request.pause();
        core.knowledge().before(need, () -> {
            if (!request.response().closed()) {
                route(caller, exchange);
            }
        });
    }

    private void route(Caller caller, Exchange exchange) {
        switch (core.state()) {
            case GatewayState.Stopped stopped -> exchange.cut();
            case GatewayState.TokenRefused refused -> {
                caller.request().resume();
                if (caller.navigation()) {
                    PageWriter.send(caller.request(), pages.tokenRefused());
                } else {
                    PageWriter.send(caller.request(), 502, PageTexts.get("gateway.plain.token"));
                }
            }
            case GatewayState.Running running -> {
                if (core.devbox().status().running()) {
                    sleep.over();
                    forward(caller.request(), exchange);
                } else {
                    asleep(caller, exchange);
                }
            }
        }
    }

    private void forward(HttpServerRequest request, Exchange exchange) {
        log.forwarded(exchange);
        proxy.handle(request);
    }

    private void asleep(Caller caller, Exchange exchange) {
        HttpServerRequest request = caller.request();
        if (caller.get() && caller.navigation() && sleeping() && core.devbox().wakesOnHttp() && sleep.takeClick()) {
            exchange.markWaking();
            forward(request, exchange);
            return;
        }
        request.resume();
        if (!caller.navigation()) {
            PageWriter.send(request, 503, PageTexts.get("gateway.plain.asleep"));
        } else {
            PageWriter.send(request, caller.get() ? waitingPage(request.uri()) : pages.unsent());
        }
    }

    /** What a person sees instead of the page: nothing but a click began it, so nothing else keeps it going. */
    private Page waitingPage(String path) {
        Devbox devbox = core.devbox();
        boolean going = devbox.status().kind() == DevboxStatus.Kind.SUSPENDING;
        if (!sleeping() && (!going || sleep.clicked())) {
            sleep.await();
        }
        if (sleep.late()) {
            return pages.late(path);
        }
        return sleep.waiting() ? pages.waking() : pages.asleep(devbox.wakesOnHttp(), path);
    }

    private boolean sleeping() {
        return core.devbox().status().suspended();
    }

    @Override
    public void socketOpened(HttpServerRequest request, Exchange exchange) {
        FrontDoor door = doors.apply(request);
        if (door != null) {
            door.passThrough();
        }
        log.become(exchange, GatewayRequest.Kind.SOCKET);
        core.changed();
    }

    @Override
    public void traffic(Exchange exchange, int bytes) {
        exchange.add(bytes);
        log.traffic();
        core.changed();
    }

    @Override
    public void socketClosed(HttpServerRequest request, Exchange exchange) {
        over(request, exchange, doors.apply(request));
    }

    @Override
    public void eventsOpened(Exchange exchange) {
        log.become(exchange, GatewayRequest.Kind.EVENTS);
        core.changed();
    }

    @Override
    public void answered(Exchange exchange, Target from, int status, MultiMap headers) {
        exchange.status(status);
        if (status != 401) {
            core.trust(from);
        }
        if (status == 401 || status == 502 || status == 503) {
            if (status == 401 && headers.contains(EDGE_CODE)) {
                core.suspect(from);
            }
            core.knowledge().doubt();
        }
    }

    @Override
    public void unanswered(Exchange exchange) {
        core.knowledge().doubt();
    }

    @Override
    public void answerInstead(HttpServerRequest request, Exchange exchange) {
        HttpServerResponse response = request.response();
        if (response.headWritten() || response.ended() || response.closed()) {
            return;
        }
        request.resume();
        Caller caller = Caller.of(request);
        if (exchange.waking()) {
            PageWriter.send(request, waitingPage(request.uri()));
        } else if (caller.navigation()) {
            PageWriter.send(request, pages.unreachable());
        } else {
            PageWriter.send(request, 502, PageTexts.get("gateway.plain.unreachable"));
        }
    }
}
