package io.github.devboxtunnels.gateway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** The cookies that browsers were let in with, kept by their hashes for as long as the gateway lives. */
final class AccessCookies {

    /** Its name at every gateway; a host name belongs to one, so they do not meet. */
    static final String NAME = "devbox-tunnels-gateway";

    /** The cookie of a browser that asks to be let in; it goes to the gateway's own pages alone. */
    static final String ASKING = "devbox-tunnels-asking";

    /** Every press of Open makes one, so the oldest go. */
    private static final int MOST = 256;
    private static final String PREFIX = "devbox-tunnels-";

    private final Deque<byte[]> hashes = new ArrayDeque<>();

    /** A new one, as the value of {@code Set-Cookie}. */
    String issue() {
        String value = RandomSecret.next();
        if (hashes.size() == MOST) {
            hashes.removeFirst();
        }
        hashes.addLast(RandomSecret.hash(value));
        return NAME + "=" + value + "; Path=/; HttpOnly; SameSite=Lax";
    }

    /**
     * Whether the caller carries one of ours. Several of the same name may come, since a page can set one for a longer
     * path; each is tried, so that a page cannot lock its own browser out.
     */
    boolean carried(MultiMap headers) {
        return values(headers, NAME).stream().anyMatch(this::known);
    }

    /** The values of every cookie of a name. */
    static List<String> values(MultiMap headers, String name) {
        List<String> values = new ArrayList<>();
        for (String header : headers.getAll(HttpHeaders.COOKIE)) {
            for (String pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && pair.contains(name) && pair.substring(0, equals).strip().equals(name)) {
                    values.add(pair.substring(equals + 1).strip());
                }
            }
        }
        return values;
    }

    private boolean known(String value) {
        byte[] hash = RandomSecret.hash(value);
        boolean found = false;
        for (byte[] each : hashes) {
            found |= RandomSecret.same(each, hash);
        }
        return found;
    }

    /** Removes our cookies from a request. */
    static void strip(MultiMap headers) {
        List<String> all = headers.getAll(HttpHeaders.COOKIE);
        if (all.stream().noneMatch(header -> header.toLowerCase(Locale.ROOT).contains(PREFIX))) {
            return;
        }
        List<String> left = new ArrayList<>();
        for (String header : all) {
            List<String> pairs = new ArrayList<>();
            for (String pair : header.split(";", -1)) {
                if (!named(pair)) {
                    pairs.add(pair.strip());
                }
            }
            String rest = String.join("; ", pairs);
            if (!rest.isBlank()) {
                left.add(rest);
            }
        }
        headers.remove(HttpHeaders.COOKIE);
        if (!left.isEmpty()) {
            headers.add(HttpHeaders.COOKIE, String.join("; ", left));
        }
    }

    /** Whether a cookie, as in {@code Cookie} or {@code Set-Cookie}, has one of our names. */
    static boolean named(String cookie) {
        int end = cookie.indexOf(';');
        String pair = end < 0 ? cookie : cookie.substring(0, end);
        int equals = pair.indexOf('=');
        String name = (equals < 0 ? pair : pair.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
        return name.equals(NAME) || name.equals(ASKING);
    }
}
