package io.github.devboxtunnels.app;

import java.util.Map;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Secret;

/**
 * What the environment variables say about a connection. They apply only together: base URL and template never meet a
 * key that came from elsewhere, and the key never meets a base URL that came from elsewhere.
 */
public sealed interface EnvironmentConnection {

    /** The key; without it the other two say nothing. */
    String KEY = "RUNLOOP_API_KEY";
    /** The API the key belongs to; production when unset. */
    String BASE_URL = "RUNLOOP_BASE_URL";
    /** How addresses of ports are made there; derived from the base URL when unset. */
    String TEMPLATE = "DEVBOX_TUNNELS_URL_TEMPLATE";

    /** No key, so no connection. */
    record None() implements EnvironmentConnection {
    }

    /** A connection to use without storing it. */
    record Found(Connection connection) implements EnvironmentConnection {
    }

    /**
     * There is a key, but the place it belongs to cannot be read. Nothing is connected to, least of all the default.
     *
     * @param variable the one at fault
     * @param rule what it does not keep, without its value
     */
    record Refused(String variable, String rule) implements EnvironmentConnection {
    }

    /** Reads the variables; a blank one counts as unset. */
    static EnvironmentConnection of(Map<String, String> environment) {
        String key = word(environment, KEY);
        if (key.isEmpty()) {
            return new None();
        }
        String base = word(environment, BASE_URL);
        ApiOrigin origin;
        try {
            origin = base.isEmpty() ? ApiOrigin.RUNLOOP : ApiOrigin.parse(base);
        } catch (IllegalArgumentException e) {
            return new Refused(BASE_URL, String.valueOf(e.getMessage()));
        }
        String template = word(environment, TEMPLATE);
        try {
            AddressTemplate addresses = template.isEmpty()
                    ? AddressTemplate.derive(origin)
                    : AddressTemplate.parse(template);
            return new Found(new Connection(Connection.Kind.ENVIRONMENT, origin, addresses, Secret.of(key)));
        } catch (IllegalArgumentException e) {
            // A host that no domain can be derived from needs a template.
            return new Refused(TEMPLATE, String.valueOf(e.getMessage()));
        }
    }

    private static String word(Map<String, String> environment, String variable) {
        return environment.getOrDefault(variable, "").strip();
    }
}
