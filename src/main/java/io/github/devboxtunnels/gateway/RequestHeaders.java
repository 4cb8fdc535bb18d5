package io.github.devboxtunnels.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.devboxtunnels.model.Tunnel;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** Makes the headers of a browser's request those of a request to the tunnel. */
final class RequestHeaders {

    private static final CharSequence TOKEN = HttpHeaders.createOptimized(Tunnel.TOKEN_HEADER);
    private static final String BEARER = "Bearer ";
    /** Between two neighbours only (RFC 9110), or answered here. */
    private static final Set<String> HOPS = Set.of("keep-alive", "proxy-connection", "proxy-authenticate",
            "proxy-authorization", "te", "trailer", "http2-settings", "expect", "forwarded");
    /** Names that {@code Connection} may hold without naming a header. */
    private static final Set<String> OPTIONS = Set.of("upgrade", "close", "keep-alive");
    private static final List<String> PREFIXES = List.of("x-runloop-", "x-forwarded-");

    /** What any name in question begins with: most headers of a request need no second look. */
    private static final String BEGINNINGS = "kKpPtThHeEfFxXuUcC";

    private RequestHeaders() {
    }

    /**
     * Rewrites in place.
     *
     * @param here our origin, without a slash at the end
     * @param socket whether it is a WebSocket handshake, which keeps {@code Upgrade}
     */
    static void rewrite(MultiMap headers, String here, Target target, boolean socket) {
        for (String name : doomed(headers, socket)) {
            headers.remove(name);
        }
        AccessCookies.strip(headers);
        String origin = headers.get(HttpHeaders.ORIGIN);
        if (here.equals(origin)) {
            headers.set(HttpHeaders.ORIGIN, target.origin());
        }
        String referer = headers.get(HttpHeaders.REFERER);
        if (referer != null && (referer.equals(here) || referer.startsWith(here + "/"))) {
            headers.set(HttpHeaders.REFERER, target.origin() + referer.substring(here.length()));
        }
        // Last, so that nothing of the caller's takes it away again.
        headers.set(TOKEN, BEARER + target.token().reveal());
    }

    private static List<String> doomed(MultiMap headers, boolean socket) {
        List<String> doomed = new ArrayList<>();
        for (Map.Entry<String, String> header : headers) {
            if (BEGINNINGS.indexOf(header.getKey().charAt(0)) < 0) {
                continue;
            }
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (HOPS.contains(name) || PREFIXES.stream().anyMatch(name::startsWith)) {
                doomed.add(header.getKey());
            } else if (name.equals("upgrade") && !socket) {
                doomed.add(header.getKey());
            } else if (name.equals("connection")) {
                for (String option : header.getValue().split(",", -1)) {
                    String named = option.strip().toLowerCase(Locale.ROOT);
                    if (!named.isEmpty() && !OPTIONS.contains(named) && !named.startsWith("sec-websocket-")) {
                        doomed.add(named);
                    }
                }
                if (!socket) {
                    doomed.add(header.getKey());
                }
            }
        }
        return doomed;
    }
}
