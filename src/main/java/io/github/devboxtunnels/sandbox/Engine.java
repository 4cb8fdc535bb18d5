package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.time.Timeline;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a sandbox is made of, put together; {@link Sandbox} is what others see of it. */
final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final int HOUR_MILLIS = 3_600_000;

    private final Fleet fleet = new Fleet();
    private final Ledger ledger = new Ledger();
    private final Keys keys = Keys.secure();
    private final Secret key;
    private final Vertx vertx;
    private final ServerClock clock;
    private final Agenda agenda;
    private final DevboxJson json;
    private final StateMachine machine;
    private final Tunnels tunnels;
    private final Faults faults;
    private final Doors doors;

    Engine(SandboxOptions options, Timeline timeline) {
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
        Wire wire = new Wire(transport);
        ApiServer api = new ApiServer(vertx, key, clock, new FaultLayer(faults, fleet, tunnels, agenda), ledger, wire);
        Services services = new Services(new PageService(vertx, clock, agenda), options.services());
        TunnelEdge edge = new TunnelEdge(vertx, fleet, machine, clock, ledger, services);
        route(api, services);
        new ControlRoutes(faults, ledger, wire).on(api.router());
        doors = new Doors(vertx, new FrontDesk(api, edge, wire));
        plant(options);
    }

    Fleet fleet() {
        return fleet;
    }

    Ledger ledger() {
        return ledger;
    }

    Keys keys() {
        return keys;
    }

    /** The API key. */
    Secret key() {
        return key;
    }

    ServerClock clock() {
        return clock;
    }

    StateMachine machine() {
        return machine;
    }

    Tunnels tunnels() {
        return tunnels;
    }

    Faults faults() {
        return faults;
    }

    Doors doors() {
        return doors;
    }

    /** Writes every devbox once, so that the first reader does not wait for it. */
    void warmUp() {
        synchronized (fleet) {
            fleet.from(0).forEach(devbox -> devbox.encoded(json));
        }
    }

    @Override
    public void close() {
        agenda.close();
        try {
            vertx.close().await(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("the sandbox did not stop in time");
        }
    }

    private void route(ApiServer api, Services services) {
        LifecycleRoutes lifecycle = new LifecycleRoutes(fleet, machine, agenda, json);
        TunnelRoutes tunnel = new TunnelRoutes(fleet, tunnels, json);
        CreateRoutes create = new CreateRoutes(fleet, machine, tunnels, lifecycle, keys, json);
        Executions executions = new Executions(fleet, machine, agenda, clock, services);
        ExecutionRoutes commands = new ExecutionRoutes(fleet, executions, agenda);
        ObservationRoutes observation = new ObservationRoutes(fleet, executions, clock);
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

    private static VertxOptions vertxOptions() {
        return new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                // It would wake up every second to look for blocked threads.
                .setBlockedThreadCheckInterval(HOUR_MILLIS).setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }
}
