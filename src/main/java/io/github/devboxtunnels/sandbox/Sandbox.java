package io.github.devboxtunnels.sandbox;

import java.net.URI;
import java.util.List;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.time.Timeline;

/**
 * A stand-in for the Runloop API and its tunnel edge over real HTTP on loopback: devboxes with a life of their own, but
 * no account and no cost. Besides the API it gives tests a look at the truth, a hand in it, and faults.
 */
public final class Sandbox implements AutoCloseable {

    private final Engine engine;
    private final Fleet fleet;

    private Sandbox(Engine engine) {
        this.engine = engine;
        this.fleet = engine.fleet();
    }

    /**
     * Starts one and returns when it listens on 127.0.0.1, and on ::1 where there is IPv6.
     *
     * @throws RuntimeException when the port is taken
     */
    public static Sandbox start(SandboxOptions options, Timeline timeline) {
        Engine engine = new Engine(options, timeline);
        try {
            engine.doors().open(options.port());
            return new Sandbox(engine);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /** The port of the API and of the tunnel edge. */
    public int port() {
        return engine.doors().port();
    }

    /** Where the API is. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The API key it accepts. */
    public Secret key() {
        return engine.key();
    }

    /** How the addresses of its tunnels are made. */
    public String tunnelUrlTemplate() {
        return "http://{port}-{tunnel_key}." + Hosts.TUNNEL_DOMAIN + ":" + port();
    }

    /** What goes wrong. */
    public Faults faults() {
        return engine.faults();
    }

    /** What really happened. */
    public Ledger ledger() {
        return engine.ledger();
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
            DevboxState devbox = new DevboxState(engine.keys().devboxId(), fleet.size(), DevboxPlan.named(name),
                    new Transition(status, engine.clock().now()));
            engine.machine().adopt(devbox);
            return devbox.id();
        }
    }

    /** Moves a devbox to a status, allowed or not; transitions go on from there by themselves. */
    public void setStatus(String id, DevboxStatus.Kind status) {
        synchronized (fleet) {
            engine.machine().move(find(id), status,
                    status == DevboxStatus.Kind.FAILURE ? "out_of_memory" : "api_shutdown");
        }
    }

    /** Ends a devbox for a reason in the API's words, such as {@code idle}. */
    public void end(String id, String reason) {
        synchronized (fleet) {
            engine.machine().end(find(id), DevboxStatus.Kind.SHUTDOWN, reason);
        }
    }

    /** Gives a devbox a tunnel in any status, as another client might have. */
    public Tunnel enableTunnel(String id, TunnelSettings settings) {
        synchronized (fleet) {
            return engine.tunnels().enable(find(id), settings).look();
        }
    }

    /** Takes the tunnel of a devbox away, as another client might. */
    public void removeTunnel(String id) {
        synchronized (fleet) {
            engine.tunnels().remove(find(id));
        }
    }

    /** How many long polls a devbox holds now. */
    int held(String id) {
        synchronized (fleet) {
            return find(id).waiters().size();
        }
    }

    /** Gets ready for the first reader of a long list. */
    void warmUp() {
        engine.warmUp();
    }

    /** Stops within two seconds. */
    @Override
    public void close() {
        engine.close();
    }

    private DevboxState find(String id) {
        DevboxState devbox = fleet.find(id);
        if (devbox == null) {
            throw new IllegalArgumentException("no devbox of this id");
        }
        return devbox;
    }
}
