package io.github.devboxtunnels.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.ListedPort;

/**
 * Remembers which ports a person listed for a devbox. Devboxes are short-lived and their names and blueprints are not,
 * so ports are found again by name, else by blueprint; the id serves only a devbox that has neither.
 */
public final class PortBook {

    /** How many keys are kept over all profiles; those written longest ago go first. */
    public static final int LIMIT = 200;

    /** What a devbox was recognised by. */
    public enum Source {
        /** It bears a name that was seen before. */
        NAME,
        /** It is made from a blueprint that was seen before. */
        BLUEPRINT,
        /** It is the very devbox. */
        ID,
        /** It was not recognised. */
        NONE
    }

    /**
     * What is remembered of a devbox.
     *
     * @param ports in the order a person listed them; empty when none, or when all were removed
     * @param source what it was recognised by
     */
    public record Recalled(List<ListedPort> ports, Source source) {
        /** Copies the list. */
        public Recalled {
            ports = List.copyOf(ports);
        }
    }

    private final PortMemory memory;
    private final String profile;

    /**
     * Opens the book of one profile.
     *
     * @param profile tells accounts apart, for the same name means another devbox in another account
     */
    public PortBook(PortMemory memory, String profile) {
        this.memory = memory;
        this.profile = profile;
    }

    /** The ports of a devbox, as far as it is recognised. */
    public Recalled recall(Devbox devbox) {
        Map<String, List<ListedPort>> all = memory.ports();
        for (Map.Entry<Source, String> key : keys(devbox).entrySet()) {
            List<ListedPort> ports = all.get(key.getValue());
            if (ports != null) {
                return new Recalled(ports, key.getKey());
            }
        }
        return new Recalled(List.of(), Source.NONE);
    }

    /** Remembers the ports of a devbox under its name and its blueprint, or its id when it has neither. */
    public void remember(Devbox devbox, List<ListedPort> ports) {
        List<ListedPort> page = List.copyOf(ports);
        memory.update(before -> {
            Map<String, List<ListedPort>> after = new LinkedHashMap<>(before);
            for (String key : keys(devbox).values()) {
                after.remove(key);
                after.put(key, page);
            }
            List<String> oldest = new ArrayList<>(after.keySet()).subList(0, Math.max(0, after.size() - LIMIT));
            oldest.forEach(after::remove);
            return after;
        });
    }

    private Map<Source, String> keys(Devbox devbox) {
        Map<Source, String> keys = new LinkedHashMap<>();
        String name = devbox.name();
        if (name != null && !name.isBlank()) {
            keys.put(Source.NAME, profile + "|name|" + name);
        }
        String blueprint = devbox.blueprint();
        if (blueprint != null && !blueprint.isBlank()) {
            keys.put(Source.BLUEPRINT, profile + "|blueprint|" + blueprint);
        }
        if (keys.isEmpty()) {
            keys.put(Source.ID, profile + "|id|" + devbox.id());
        }
        return keys;
    }
}
