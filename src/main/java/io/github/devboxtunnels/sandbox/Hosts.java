package io.github.devboxtunnels.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code Host} of a request. Only names of this computer are served, so that a page on the web whose name
 * was pointed at loopback gets nothing.
 */
final class Hosts {

    /** What follows the label of a tunnel address. */
    static final String TUNNEL_DOMAIN = "tunnel.localhost";

    private static final Pattern TUNNEL = Pattern.compile("([0-9]{1,5})-([A-Za-z0-9_-]{1,61})\\.tunnel\\.localhost",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
    private static final int LAST_PORT = 65_535;

    private Hosts() {
    }

    /**
     * A port of a tunnel.
     *
     * @param port 1 to 65535
     * @param key as written in the host name
     */
    record Tunnel(int port, String key) {
    }

    /** Whether the host, with or without a port, is this computer. */
    static boolean loopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = name(host);
        return name.equals("localhost") || name.endsWith(".localhost") || name.equals("127.0.0.1")
                || name.equals("[::1]");
    }

    /** Whether it is an address of the tunnel edge, well formed or not. */
    static boolean edge(String host) {
        return name(host).endsWith("." + TUNNEL_DOMAIN);
    }

    /** The port and the key in an address of the tunnel edge; empty when it is not well formed. */
    static Optional<Tunnel> tunnel(String host) {
        Matcher matcher = TUNNEL.matcher(name(host));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(matcher.group(1));
        return port >= 1 && port <= LAST_PORT ? Optional.of(new Tunnel(port, matcher.group(2))) : Optional.empty();
    }

    private static String name(String host) {
        return PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
    }
}
