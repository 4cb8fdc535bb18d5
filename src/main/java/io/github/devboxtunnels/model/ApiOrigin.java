package io.github.devboxtunnels.model;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where an API is: scheme, host and port of its base URL. A key belongs to one of these and is sent nowhere else. https
 * anywhere, http on loopback only.
 *
 * @param url without a trailing slash, host in lower case
 */
public record ApiOrigin(URI url) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** The production API. */
    public static final ApiOrigin RUNLOOP = parse("https://api.runloop.ai");

    /**
     * Reads a base URL as typed or as found in a variable.
     *
     * @throws IllegalArgumentException when it is no URL, names user, query or fragment, or is plain http to another
     *         host; the message says which and repeats no input
     */
    public static ApiOrigin parse(String text) {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a URL");
        }
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (scheme == null || host == null || host.isEmpty()) {
            throw new IllegalArgumentException("scheme or host is missing");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("a base URL has no user, query or fragment");
        }
        scheme = scheme.toLowerCase(Locale.ROOT);
        host = host.toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && loopback(host))) {
            throw new IllegalArgumentException("https is needed, or http on this computer");
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        return new ApiOrigin(URI.create(scheme + "://" + host + port + path));
    }

    /** Whether a host name means this computer. */
    static boolean loopback(String host) {
        return LOOPBACK.contains(host) || host.endsWith(".localhost");
    }

    /** Whether this is a server on this computer. */
    public boolean isLoopback() {
        return loopback(host());
    }

    /** Host name in lower case. */
    public String host() {
        return url.getHost();
    }

    /** The domain a person knows it by: the host without a leading {@code api.}. */
    public String domain() {
        return host().startsWith("api.") ? host().substring(4) : host();
    }

    /** The web page of a devbox, and of the keys, live on this host. */
    public URI platform(String path) {
        return URI.create("https://platform." + domain() + path);
    }

    /** Whether an address has the scheme, host and port of this origin, so that the key may go there. */
    public boolean covers(URI address) {
        return url.getScheme().equalsIgnoreCase(address.getScheme()) && host().equalsIgnoreCase(address.getHost())
                && port(url) == port(address) && address.getRawUserInfo() == null;
    }

    private static int port(URI address) {
        return address.getPort() != -1 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    /** An address below the base URL; {@code path} begins with a slash and is encoded already. */
    public URI resolve(String path) {
        return URI.create(url + path);
    }
}
