package io.github.devboxtunnels.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Lifecycle;
import io.github.devboxtunnels.model.Metadata;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;

/**
 * Devboxes for tests: {@code Devboxes.running("api-server").authenticated().build()}. The id follows from the name
 * ({@code dbx_api-server}); everything else has a plain default.
 */
public final class Devboxes {

    private String id;
    private String name;
    private DevboxStatus status;
    private Instant since = SimulatedTimeline.START.minus(Duration.ofHours(2));
    private Instant createdAt = SimulatedTimeline.START.minus(Duration.ofHours(3));
    private Instant endedAt;
    private String blueprint;
    private final Map<String, String> metadata = new HashMap<>();
    private Lifecycle lifecycle = Lifecycle.NONE;
    private Tunnel tunnel;
    private String reason;

    private Devboxes(String id, String name, DevboxStatus status) {
        this.id = id;
        this.name = name;
        this.status = status;
    }

    /** A running devbox of this name. */
    public static Devboxes running(String name) {
        return named(name, DevboxStatus.Kind.RUNNING);
    }

    /** A suspended devbox of this name. */
    public static Devboxes suspended(String name) {
        return named(name, DevboxStatus.Kind.SUSPENDED);
    }

    /** A devbox of this name that has ended. */
    public static Devboxes ended(String name) {
        return named(name, DevboxStatus.Kind.SHUTDOWN).reason("idle");
    }

    /** A devbox of this name that has failed. */
    public static Devboxes failed(String name) {
        return named(name, DevboxStatus.Kind.FAILURE).reason("out_of_memory");
    }

    /** A devbox of any status. */
    public static Devboxes named(String name, DevboxStatus.Kind kind) {
        return new Devboxes("dbx_" + name, name, kind.status()).kind(kind);
    }

    /** A running devbox nobody named. */
    public static Devboxes unnamed(String id) {
        return new Devboxes(id, null, DevboxStatus.Kind.RUNNING.status());
    }

    /** Begins from what is there. */
    public static Devboxes from(Devbox devbox) {
        Devboxes builder = new Devboxes(devbox.id(), devbox.name(), devbox.status());
        builder.since = devbox.statusSince();
        builder.createdAt = devbox.createdAt();
        builder.endedAt = devbox.endedAt();
        builder.blueprint = devbox.blueprint();
        for (int i = 0; i < devbox.metadata().size(); i++) {
            builder.metadata.put(devbox.metadata().key(i), devbox.metadata().value(i));
        }
        builder.lifecycle = devbox.lifecycle();
        builder.tunnel = devbox.tunnel();
        builder.reason = devbox.reason();
        return builder;
    }

    public Devboxes id(String value) {
        id = value;
        return this;
    }

    public Devboxes name(String value) {
        name = value;
        return this;
    }

    /** Another status; a final one ends the devbox. */
    public Devboxes kind(DevboxStatus.Kind kind) {
        status = kind.status();
        endedAt = status.ended() ? since : null;
        return this;
    }

    /** Any word for the status, known or not. */
    public Devboxes statusWord(String word) {
        status = DevboxStatus.of(word);
        return this;
    }

    public Devboxes since(Instant value) {
        since = value;
        endedAt = status.ended() ? value : null;
        return this;
    }

    public Devboxes createdAt(Instant value) {
        createdAt = value;
        return this;
    }

    public Devboxes blueprint(String value) {
        blueprint = value;
        return this;
    }

    public Devboxes metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    public Devboxes reason(String value) {
        reason = value;
        return this;
    }

    public Devboxes suspendsAfter(Duration idle) {
        lifecycle = new Lifecycle(new Lifecycle.Idle(idle, Lifecycle.OnIdle.SUSPEND), lifecycle.maxLifetime(),
                lifecycle.wakeOnHttp());
        return this;
    }

    public Devboxes endsAfter(Duration idle) {
        lifecycle = new Lifecycle(new Lifecycle.Idle(idle, Lifecycle.OnIdle.SHUTDOWN), lifecycle.maxLifetime(),
                lifecycle.wakeOnHttp());
        return this;
    }

    public Devboxes maxLifetime(Duration value) {
        lifecycle = new Lifecycle(lifecycle.idle(), value, lifecycle.wakeOnHttp());
        return this;
    }

    /** What {@code resume_triggers.http} says. */
    public Devboxes ruledWakeOnHttp(Boolean value) {
        lifecycle = new Lifecycle(lifecycle.idle(), lifecycle.maxLifetime(), value);
        return this;
    }

    /** An open tunnel. */
    public Devboxes open() {
        return tunnel(new TunnelSettings(AuthMode.OPEN, true, false));
    }

    /** An authenticated tunnel with a token. */
    public Devboxes authenticated() {
        return tunnel(new TunnelSettings(AuthMode.AUTHENTICATED, true, false));
    }

    /** A tunnel with these settings, and a token when it is authenticated. */
    public Devboxes tunnel(TunnelSettings settings) {
        return tunnel(tunnelOf(id, settings, SimulatedTimeline.START.minus(Duration.ofMinutes(30))));
    }

    public Devboxes tunnel(Tunnel value) {
        tunnel = value;
        return this;
    }

    public Devbox build() {
        return new Devbox(id, name, status, since, createdAt, endedAt, blueprint, Metadata.of(metadata), lifecycle,
                tunnel, reason);
    }

    /** A tunnel whose key and token follow from a seed, so that they are the same in every run. */
    public static Tunnel tunnelOf(String seed, TunnelSettings settings, Instant createdAt) {
        return new Tunnel(Secret.of(letters(seed + "/key", 52)), settings.authMode(),
                settings.authMode().authenticated() ? Secret.of("tok_" + letters(seed + "/token", 40)) : null,
                createdAt, settings.keepAlive(), settings.wakeOnHttp());
    }

    private static String letters(String seed, int length) {
        return new Random(seed.hashCode()).ints(length, 0, 36)
                .mapToObj("abcdefghijklmnopqrstuvwxyz0123456789"::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append).toString();
    }
}
