package io.github.devboxtunnels.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a person types or pastes to name ports: {@code 3000, 8080}, {@code 3000/admin}, {@code localhost:5173},
 * {@code http://localhost:3000/admin}. Nothing typed is thrown away silently: a word that names no port is reported.
 */
public sealed interface PortsInput {

    /** The ports named, each number once, in the order typed; empty for an empty text. */
    record Ports(List<ListedPort> ports) implements PortsInput {
        /** Copies the list. */
        public Ports {
            ports = List.copyOf(ports);
        }
    }

    /**
     * A word that names no port.
     *
     * @param word as typed
     * @param outOfRange whether it is a number, but not one from 1 to 65535
     */
    record Invalid(String word, boolean outOfRange) implements PortsInput {
    }

    /** What stands between two words. */
    Pattern SEPARATOR = Pattern.compile("[,;\\s]+");

    /** A bare port, with or without a colon before it and a path behind it. */
    Pattern BARE = Pattern.compile(":?([0-9]+)(/.*)?");

    /** An address: its scheme and host are allowed and dropped, its path is kept. */
    Pattern ADDRESS = Pattern
            .compile("(?:(?:https?|wss?)://)?(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(?::([0-9]+))?(/.*)?");

    /** Reads a text; never fails. */
    static PortsInput parse(String text) {
        Map<Integer, ListedPort> ports = new LinkedHashMap<>();
        List<String> words = SEPARATOR.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
        for (String word : words) {
            switch (one(word)) {
                case Ports(List<ListedPort> found) -> found.forEach(port -> ports.putIfAbsent(port.number(), port));
                case Invalid invalid -> {
                    return invalid;
                }
            }
        }
        return new Ports(new ArrayList<>(ports.values()));
    }

    private static PortsInput one(String word) {
        Matcher bare = BARE.matcher(word);
        if (bare.matches()) {
            return port(word, bare.group(1), bare.group(2));
        }
        Matcher address = ADDRESS.matcher(word);
        if (!address.matches()) {
            return new Invalid(word, false);
        }
        if (address.group(1) != null) {
            return port(word, address.group(1), address.group(2));
        }
        if (word.startsWith("http://") || word.startsWith("ws://")) {
            return port(word, "80", address.group(2));
        }
        return word.contains("://") ? port(word, "443", address.group(2)) : new Invalid(word, false);
    }

    private static PortsInput port(String word, String digits, @Nullable String path) {
        int number = digits.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (number < 1 || number > 65535) {
            return new Invalid(word, true);
        }
        return new Ports(List.of(ListedPort.of(number, path == null ? "/" : path)));
    }
}
