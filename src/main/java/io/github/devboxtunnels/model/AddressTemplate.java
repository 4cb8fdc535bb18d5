package io.github.devboxtunnels.model;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the address of a port is made: {@code https://{port}-{tunnel_key}.tunnel.<domain><path>}. https anywhere, http on
 * loopback only.
 *
 * @param scheme {@code https} or {@code http}
 * @param domain what follows the label, with a port where there is one: {@code tunnel.runloop.ai},
 *        {@code tunnel.localhost:9001}
 */
public record AddressTemplate(String scheme, String domain) {

    /** Longest label of a host name (RFC 1035). */
    public static final int LABEL_LIMIT = 63;

    private static final String LABEL = "{port}-{tunnel_key}.";
    private static final Pattern DOMAIN = Pattern
            .compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");
    private static final String LEGAL_IN_PATH = "-._~!$&'()*+,;=:@/?#%[]";

    /** Checks scheme and domain. */
    public AddressTemplate {
        if (!DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException("not a domain");
        }
        boolean here = ApiOrigin.loopback(domain.replaceAll(":[0-9]+$", ""));
        if (!scheme.equals("https") && !(scheme.equals("http") && here)) {
            throw new IllegalArgumentException("https is needed, or http on this computer");
        }
    }

    /** The default for an API: the official clients drop a leading {@code api.} and put {@code tunnel.} in front. */
    public static AddressTemplate derive(ApiOrigin origin) {
        if (origin.isLoopback()) {
            int port = origin.url().getPort();
            return new AddressTemplate(origin.url().getScheme(), "tunnel.localhost" + (port == -1 ? "" : ":" + port));
        }
        return new AddressTemplate("https", "tunnel." + origin.domain());
    }

    /**
     * Reads a whole template ({@code http://{port}-{tunnel_key}.tunnel.localhost:9001}) or a domain alone.
     *
     * @throws IllegalArgumentException when it is neither; the message repeats no input
     */
    public static AddressTemplate parse(String text) {
        String stripped = text.strip();
        int authority = stripped.indexOf("://");
        if (authority == -1) {
            String domain = stripped.toLowerCase(Locale.ROOT);
            boolean here = ApiOrigin.loopback(domain.replaceAll(":[0-9]+$", ""));
            return new AddressTemplate(here ? "http" : "https", domain);
        }
        String scheme = stripped.substring(0, authority).toLowerCase(Locale.ROOT);
        String rest = stripped.substring(authority + 3).replaceAll("/+$", "");
        if (!rest.startsWith(LABEL)) {
            throw new IllegalArgumentException("an address begins with {port}-{tunnel_key}.");
        }
        return new AddressTemplate(scheme, rest.substring(LABEL.length()).toLowerCase(Locale.ROOT));
    }

    /** Whether an address can be made of this key: letters a host name can carry, and a label that is short enough. */
    public boolean fits(Secret tunnelKey, int port) {
        String key = tunnelKey.reveal();
        return KEY.matcher(key).matches() && (port + "-" + key).length() <= LABEL_LIMIT;
    }

    /**
     * The address of a port.
     *
     * @param path begins with a slash; what a URL cannot carry is percent-encoded, the rest stays as typed
     * @throws IllegalArgumentException when the key does not {@link #fits fit}
     */
    public URI address(Secret tunnelKey, int port, String path) {
        if (!fits(tunnelKey, port)) {
            throw new IllegalArgumentException("the tunnel key does not fit into a host name");
        }
        return URI.create(scheme + "://" + port + "-" + tunnelKey.reveal() + "." + domain + encoded(path));
    }

    /** The template as people write it. */
    @Override
    public String toString() {
        return scheme + "://" + LABEL + domain;
    }

    /** A path as a URL carries it: what it cannot carry is percent-encoded, what is encoded already stays. */
    public static String encoded(String path) {
        StringBuilder out = new StringBuilder();
        boolean fragment = false;
        int[] points = path.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            boolean escaped = point == '%' && i + 2 < points.length && Character.digit(points[i + 1], 16) >= 0
                    && points[i + 1] < 128 && Character.digit(points[i + 2], 16) >= 0 && points[i + 2] < 128;
            boolean legal = point < 128 && (Character.isLetterOrDigit(point) || LEGAL_IN_PATH.indexOf(point) >= 0);
            boolean literal = point == '%' ? escaped : point == '#' ? !fragment : legal && point != '[' && point != ']';
            fragment |= point == '#';
            if (literal) {
                out.appendCodePoint(point);
            } else {
                for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(String.format(Locale.ROOT, "%02X", b));
                }
            }
        }
        return out.toString();
    }
}
