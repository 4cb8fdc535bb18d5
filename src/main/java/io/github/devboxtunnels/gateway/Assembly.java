package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.OptionalInt;
import java.util.WeakHashMap;

import io.github.devboxtunnels.loopback.LoopbackServers;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.ProxyOptions;
import io.vertx.httpproxy.HttpProxy;
import org.jspecify.annotations.Nullable;

/** Puts the parts of one gateway together. */
final class Assembly {

    /** Above what the front door lets through, so that the two never disagree. */
    private static final int HEAD = HeadCheck.LIMIT + 1024;
    private static final int BACKLOG = 1024;

    private final GatewayOptions options;
    private final Vertx vertx;
    private final Doorway doorway;
    /** Used on the event loop. */
    private final Map<HttpConnection, @Nullable FrontDoor> doors = new WeakHashMap<>();

    /** Closed until everything behind it stands. */
    private static final class Entrance implements Handler<HttpServerRequest> {
        private volatile Handler<HttpServerRequest> behind = request -> request.connection().close();

        void open(Handler<HttpServerRequest> reception) {
            behind = reception;
        }

        @Override
        public void handle(HttpServerRequest request) {
            behind.handle(request);
        }
    }

    Assembly(GatewayOptions options, Vertx vertx, Doorway doorway) {
        this.options = options;
        this.vertx = vertx;
        this.doorway = doorway;
    }

    RunningGateway start(GatewayTarget start, GatewayListener listener) throws IOException {
        var tunnel = start.devbox().tunnel();
        Target target = tunnel == null ? null : Target.of(tunnel, start.port(), start.addresses());
        if (target == null) {
            throw new IllegalArgumentException("an authenticated tunnel with a token is needed");
        }
        String name = OriginName.of(start.devbox(), start.port(), options.installation());
        // The parts need the number, which is known once it listens; nobody knows the name before.
        Entrance entrance = new Entrance();
        LoopbackServers servers = listen(options.numbers().last(name), entrance);
        options.numbers().remember(name, servers.port());
        return assemble(start, target, name + ":" + servers.port(), servers, listener, entrance);
    }

    private LoopbackServers listen(OptionalInt last, Entrance entrance) throws IOException {
        HttpServerOptions http = new HttpServerOptions().setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true).setMaxHeaderSize(HEAD).setMaxInitialLineLength(HEAD)
                .setAcceptBacklog(BACKLOG);
        if (last.isPresent()) {
            try {
                return LoopbackServers.on(last.getAsInt(), vertx, http, entrance);
            } catch (IOException e) {
                // Someone else has it now.
            }
        }
        return LoopbackServers.anywhere(vertx, http, entrance);
    }

    private RunningGateway assemble(GatewayTarget start, Target target, String host, LoopbackServers servers,
            GatewayListener listener, Entrance entrance) {
        String here = "http://" + host;
        Context loop = vertx.getOrCreateContext();
        Pages pages = new Pages(start.devbox().label(), start.port());
        RequestLog log = new RequestLog(options.timeline());
        Sleep sleep = new Sleep(options.timeline());
        AccessCookies cookies = new AccessCookies();
        Guard guard = new Guard(host, cookies);
        Tickets tickets = new Tickets(options.timeline());
        TicketFiles files = new TicketFiles(options.ticketFolder(), options.timeline());
        Core core = new Core(start, target, here, options, loop, log, sleep, listener);
        Questions questions = new Questions(options.timeline(),
                asked -> core.execute(() -> core.tell((to, gateway) -> to.browserAsks(gateway, asked))),
                closed -> core.execute(() -> core.tell((to, gateway) -> to.questionClosed(gateway, closed))));
        OwnPages own = new OwnPages(here, guard, tickets, files, cookies, questions, sleep, pages);
        ProxyOptions between = Upstream.proxy(target.address());
        HttpClient client = Upstream.client(vertx, options.trust(), between);
        Dialer dialer = new Dialer(between == null ? addresses() : null);
        entrance.open(new Reception(core, guard, own, pages, sleep, log, this::door,
                hooks -> proxy(client, new ProxyPath(here, core::target, dialer, log, hooks))));
        Gateway gateway = new Gateway(core, tickets, files, guard, log, pages);
        core.complete(gateway, () -> {
            questions.closeAll();
            files.deleteAll();
            return Future.join(servers.close(), client.close()).mapEmpty();
        });
        return gateway;
    }

    private UpstreamAddress addresses() {
        return new UpstreamAddress(InetAddress::getAllByName, blocking -> vertx.executeBlocking(blocking, false),
                options.timeline());
    }

    private static Handler<HttpServerRequest> proxy(HttpClient client, ProxyPath path) {
        return HttpProxy.reverseProxy(new io.vertx.httpproxy.ProxyOptions().setSupportWebSocket(true), client)
                .origin(path::connect)
                .addInterceptor(path, true);
    }

    /** The door of a connection, kept for as long as the connection is; its addresses are slow to compare. */
    private @Nullable FrontDoor door(HttpServerRequest request) {
        return doors.computeIfAbsent(request.connection(),
                connection -> doorway.door(connection.remoteAddress(), connection.localAddress()));
    }
}
