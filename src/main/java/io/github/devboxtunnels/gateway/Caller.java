package io.github.devboxtunnels.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** What a request says of where it comes from and what it is for, in the words of Fetch Metadata. */
record Caller(HttpServerRequest request, boolean socket, @Nullable String site, @Nullable String mode,
        @Nullable String dest) {

    private static final CharSequence SITE = HttpHeaders.createOptimized("sec-fetch-site");
    private static final CharSequence MODE = HttpHeaders.createOptimized("sec-fetch-mode");
    private static final CharSequence DEST = HttpHeaders.createOptimized("sec-fetch-dest");
    private static final CharSequence PURPOSE = HttpHeaders.createOptimized("sec-purpose");
    private static final CharSequence OLD_PURPOSE = HttpHeaders.createOptimized("purpose");
    private static final String FETCH = "sec-fetch-";

    static Caller of(HttpServerRequest request) {
        MultiMap headers = request.headers();
        return new Caller(request, request.canUpgradeToWebSocket(), headers.get(SITE), headers.get(MODE),
                headers.get(DEST));
    }

    boolean get() {
        return request.method().equals(HttpMethod.GET);
    }

    /** Whether a person sees the answer as a page of its own, by any method. */
    boolean navigation() {
        if (socket || prefetch()) {
            return false;
        }
        if (mode == null && dest == null) {
            // Browsers before Fetch Metadata, and none of today's.
            String accept = request.getHeader(HttpHeaders.ACCEPT);
            return accept != null && accept.contains("text/html");
        }
        return "navigate".equals(mode) && "document".equals(dest);
    }

    /** Whether a browser asks ahead of a person. */
    boolean prefetch() {
        MultiMap headers = request.headers();
        return headers.contains(PURPOSE) || headers.contains(OLD_PURPOSE);
    }

    /** Whether it is from another site or does not say; a page of our own says {@code same-origin}. */
    boolean fromElsewhere() {
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** Whether nothing in it is of a browser. */
    boolean program() {
        MultiMap headers = request.headers();
        return !headers.contains(HttpHeaders.ORIGIN) && !headers.contains(HttpHeaders.REFERER)
                && headers.names().stream().noneMatch(name -> name.regionMatches(true, 0, FETCH, 0, FETCH.length()));
    }
}
