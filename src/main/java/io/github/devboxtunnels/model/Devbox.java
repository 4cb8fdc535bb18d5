package io.github.devboxtunnels.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A devbox as the API last described it.
 *
 * @param id opaque
 * @param name given by a person; null when unnamed
 * @param status now
 * @param statusSince when that status began, by the server's clock; null when not said
 * @param createdAt by the server's clock
 * @param endedAt set once the status is final
 * @param blueprint name or id of what it was made from; null when not said
 * @param metadata free words
 * @param lifecycle what ends or suspends it
 * @param tunnel its tunnel; null without
 * @param reason raw word for why it failed or ended ({@code out_of_memory}, {@code idle}); null when not said
 */
public record Devbox(String id, @Nullable String name, DevboxStatus status, @Nullable Instant statusSince,
        Instant createdAt, @Nullable Instant endedAt, @Nullable String blueprint, Metadata metadata,
        Lifecycle lifecycle, @Nullable Tunnel tunnel, @Nullable String reason) {

    /** A blank name is none. */
    public Devbox {
        name = name == null || name.isBlank() ? null : name;
    }

    /** The name, or the id of an unnamed one. */
    public String label() {
        String given = name;
        return given == null ? id : given;
    }

    /** Whether a person named it. */
    public boolean named() {
        return name != null;
    }

    /** The same devbox with another tunnel, or none. */
    public Devbox withTunnel(@Nullable Tunnel other) {
        return new Devbox(id, name, status, statusSince, createdAt, endedAt, blueprint, metadata, lifecycle, other,
                reason);
    }

    /** Whether a request through its tunnel would wake it. */
    public boolean wakesOnHttp() {
        Tunnel on = tunnel;
        return lifecycle.wakes(on != null && on.wakeOnHttp());
    }
}
