package io.github.devboxtunnels.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.time.Timeline;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stand-in for the Runloop API and its tunnel edge over real HTTP on loopback: devboxes with a life of their own, but
 * no account and no cost. Besides the API it gives tests a look at the truth, a hand in it, and faults.
 */
public final class Sandbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
    private static final int MISDIRECTED = 421;
    private static final Duration STOP = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Secret key;
    private final ServerClock clock;
    private final Agenda agenda;
    private final Fleet fleet = new Fleet();
    private final Ledger ledger = new Ledger();
    private final DevboxJson json;
    private final Keys keys = Keys.secure();
    private final StateMachine machine;
    private final Tunnels tunnels;
    private final Faults faults;
    private final Wire wire;
    private final ApiServer api;
    private final TunnelEdge edge;
    private final Doors doors;

    private Sandbox(SandboxOptions options, Timeline timeline) {
        ResettableTransport transport = new ResettableTransport();
        vertx = Vertx.builder().with(vertxOptions()).withTransport(transport).build();
        Secret given = options.key();
        key = given == null ? keys.apiKey() : given;
        clock = new ServerClock(timeline);
        agenda = new Agenda(timeline);
        json = new DevboxJson(clock);
        machine = new StateMachine(fleet, clock, agenda, json);
        tunnels = new Tunnels(fleet, clock, keys, ledger);
        faults = new Faults(this::offline, this::skew);
        wire = new Wire(transport);
        api = new ApiServer(vertx, key, clock, new FaultLayer(faults, fleet, tunnels, agenda), ledger, wire);
        Services services = new Services(new PageService(vertx, clock, agenda), options.services());
        edge = new TunnelEdge(vertx, fleet, machine, clock, ledger, services);
        doors = new Doors(vertx, this::accept);
        route(services);
        new ControlRoutes(faults, ledger, wire).on(api.router());
        plant(options);
    }

    /**
     * Starts one and returns when it listens on 127.0.0.1, and on ::1 where there is IPv6.
     *
     * @throws RuntimeException when the port is taken
     */
    public static Sandbox start(SandboxOptions options, Timeline timeline) {
        Sandbox sandbox = new Sandbox(options, timeline);
        try {
            sandbox.doors.open(options.port());
            return sandbox;
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    /** The port of the API and of the tunnel edge. */
    public int port() {
        return doors.port();
    }

    /** Where the API is. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The API key it accepts. */
    public Secret key() {
        return key;
    }

    /** How the addresses of its tunnels are made. */
    public String tunnelUrlTemplate() {
        return "http://{port}-{tunnel_key}." + Hosts.TUNNEL_DOMAIN + ":" + port();
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** What really happened. */
    public Ledger ledger() {
        return ledger;
    }

    /** Every devbox as it really is, in the order of the list. */
    public List<Devbox> devboxes() {
        synchronized (fleet) {
            return fleet.from(0).stream().map(DevboxState::look).toList();
        }
    }

    /**
     * A devbox as it really is.
     *
     * @throws IllegalArgumentException when there is none with this id
     */
    public Devbox devbox(String id) {
        synchronized (fleet) {
            return find(id).look();
        }
    }

    /** The id of the oldest devbox with this name. */
    public String idOf(String name) {
        return devboxes().stream().filter(devbox -> name.equals(devbox.name())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no devbox of this name")).id();
    }

    /** Adds a devbox without tunnel that has just come to a status; returns its id. */
    public String add(String name, DevboxStatus.Kind status) {
        synchronized (fleet) {
            DevboxState devbox = new DevboxState(keys.devboxId(), fleet.size(), DevboxPlan.named(name),
                    new Transition(status, clock.now()));
            machine.adopt(devbox);
            return devbox.id();
        }
    }

    /** Moves a devbox to a status, allowed or not; transitions go on from there by themselves. */
    public void setStatus(String id, DevboxStatus.Kind status) {
        synchronized (fleet) {
            machine.move(find(id), status, status == DevboxStatus.Kind.FAILURE ? "out_of_memory" : "api_shutdown");
        }
    }

    /** Ends a devbox for a reason in the API's words, such as {@code idle}. */
    public void end(String id, String reason) {
        synchronized (fleet) {
            machine.end(find(id), DevboxStatus.Kind.SHUTDOWN, reason);
        }
    }

    /** Gives a devbox a tunnel in any status, as another client might have. */
    public Tunnel enableTunnel(String id, TunnelSettings settings) {
        synchronized (fleet) {
            return tunnels.enable(find(id), settings).look();
        }
    }

    /** Takes the tunnel of a devbox away, as another client might. */
    public void removeTunnel(String id) {
        synchronized (fleet) {
            tunnels.remove(find(id));
        }
    }

    /** How many long polls a devbox holds now. */
    int held(String id) {
        synchronized (fleet) {
            return find(id).waiters().size();
        }
    }

    /** Stops within two seconds. */
    @Override
    public void close() {
        agenda.close();
        try {
            vertx.close().await(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("the sandbox did not stop in time");
        }
    }

    private void accept(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        String host = authority == null ? "" : authority.toString();
        String routed = request.getHeader(TunnelEdge.HOST_HEADER);
        String tunnelHost = routed == null ? host : routed;
        if (!Hosts.loopback(host)) {
            wire.send(request, Answer.error(MISDIRECTED, "The sandbox answers to names of this computer only"), false);
        } else if (Hosts.edge(tunnelHost)) {
            edge.accept(request, tunnelHost, host);
        } else {
            api.accept(request);
        }
    }

    private void route(Services services) {
        LifecycleRoutes lifecycle = new LifecycleRoutes(fleet, machine, agenda, json);
        TunnelRoutes tunnel = new TunnelRoutes(fleet, tunnels, json);
        CreateRoutes create = new CreateRoutes(fleet, machine, tunnels, lifecycle, keys, json);
        api.on(Operation.ACCOUNT, new AccountRoute());
        api.on(Operation.LIST, new ListRoute(fleet, json));
        api.on(Operation.CREATE, create::create);
        api.on(Operation.CREATE_AND_AWAIT, create::createAndAwait);
        api.on(Operation.GET, lifecycle::get);
        api.on(Operation.ENABLE_TUNNEL, tunnel::enable);
        api.on(Operation.REMOVE_TUNNEL, tunnel::remove);
        api.on(Operation.SUSPEND, lifecycle::suspend);
        api.on(Operation.RESUME, lifecycle::resume);
        api.on(Operation.KEEP_ALIVE, lifecycle::keepAlive);
        api.on(Operation.SHUTDOWN, lifecycle::shutdown);
        api.on(Operation.WAIT, lifecycle::await);
        Executions executions = new Executions(fleet, machine, agenda, clock, services);
        ExecutionRoutes commands = new ExecutionRoutes(fleet, executions, agenda);
        ObservationRoutes observation = new ObservationRoutes(fleet, executions, clock);
        api.on(Operation.EXECUTE, commands::execute);
        api.on(Operation.EXECUTE_SYNC, commands::executeSync);
        api.on(Operation.EXECUTE_ASYNC, commands::executeAsync);
        api.on(Operation.EXECUTION, commands::get);
        api.on(Operation.WAIT_EXECUTION, commands::await);
        api.on(Operation.KILL_EXECUTION, commands::kill);
        api.on(Operation.STDOUT, call -> commands.stream(call, false));
        api.on(Operation.STDERR, call -> commands.stream(call, true));
        api.on(Operation.LOGS, observation::logs);
        api.on(Operation.USAGE, observation::usage);
    }

    private void plant(SandboxOptions options) {
        synchronized (fleet) {
            SplittableRandom random = new SplittableRandom(options.seed());
            Seeds seeds = new Seeds(fleet, machine, Keys.from(random.split()), clock.now());
            if (options.devboxes() == SandboxOptions.DEMO) {
                seeds.demo();
            } else {
                new ManySeeds(seeds, random).plant(options.devboxes());
            }
        }
    }

    private void offline(boolean off) {
        if (off) {
            doors.shut();
        } else {
            doors.reopen();
        }
    }

    private void skew(Duration ahead) {
        synchronized (fleet) {
            clock.skew(ahead);
            fleet.forgetEncoded();
        }
    }

    private DevboxState find(String id) {
        DevboxState devbox = fleet.find(id);
        if (devbox == null) {
            throw new IllegalArgumentException("no devbox of this id");
        }
        return devbox;
    }

    private static VertxOptions vertxOptions() {
        return new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true).setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }
}
