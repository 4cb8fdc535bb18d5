package io.github.devboxtunnels.sandbox;

import io.github.devboxtunnels.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox starts.
 *
 * @param port port on loopback; 0 picks a free one
 * @param devboxes how many living devboxes it has at first; {@link #DEMO} for the small hand-made set
 * @param seed the same seed and count give the same devboxes
 * @param key the API key it accepts; null makes a new one at each start
 * @param services whether small services listen in the devboxes
 */
public record SandboxOptions(int port, int devboxes, long seed, @Nullable Secret key, boolean services) {

    /** Asks for the small hand-made set of devboxes instead of a number of made-up ones. */
    public static final int DEMO = -1;
    /** The seed when none is given. */
    public static final long DEFAULT_SEED = 1;
    /** The most devboxes one sandbox holds. */
    public static final int MOST_DEVBOXES = 200_000;

    /** Checks the ranges. */
    public SandboxOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535");
        }
        if (devboxes < DEMO || devboxes > MOST_DEVBOXES) {
            throw new IllegalArgumentException("devboxes must be between 0 and " + MOST_DEVBOXES);
        }
    }

    /** A free port, the demo set, a new key, services on. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(0, DEMO, DEFAULT_SEED, null, true);
    }

    /** The same on another port. */
    public SandboxOptions withPort(int other) {
        return new SandboxOptions(other, devboxes, seed, key, services);
    }

    /** The same with another number of devboxes. */
    public SandboxOptions withDevboxes(int other) {
        return new SandboxOptions(port, other, seed, key, services);
    }

    /** The same with another seed. */
    public SandboxOptions withSeed(long other) {
        return new SandboxOptions(port, devboxes, other, key, services);
    }

    /** The same with a known key. */
    public SandboxOptions withKey(Secret other) {
        return new SandboxOptions(port, devboxes, seed, other, services);
    }
}
