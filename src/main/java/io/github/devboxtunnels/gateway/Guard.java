package io.github.devboxtunnels.gateway;

import java.util.List;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Decides who may use a gateway, upgrades included, before anything else looks at a request. */
final class Guard {

    private static final int MISDIRECTED = 421;
    private static final int FORBIDDEN = 403;

    private final String host;
    private final String origin;
    private final AccessCookies cookies;
    private volatile boolean localPrograms;

    Guard(String host, AccessCookies cookies) {
        this.host = host;
        this.origin = "http://" + host;
        this.cookies = cookies;
    }

    boolean localPrograms() {
        return localPrograms;
    }

    void setLocalPrograms(boolean on) {
        localPrograms = on;
    }

    /** What is wrong before any cookie is looked at; null when nothing is. */
    @Nullable
    Refusal place(Caller caller) {
        return host.equals(caller.request().getHeader(HttpHeaders.HOST))
                ? null
                : new Refusal(MISDIRECTED, "The gateway answers to its own name only");
    }

    /** What is wrong with where a request comes from; null when it may come from there. */
    @Nullable
    Refusal provenance(Caller caller) {
        List<String> origins = caller.request().headers().getAll(HttpHeaders.ORIGIN);
        if (!origins.isEmpty() && !origins.equals(List.of(origin))) {
            return new Refusal(FORBIDDEN, "Another page may not use the gateway");
        }
        if (caller.fromElsewhere() && !(caller.get() && caller.navigation())) {
            return new Refusal(FORBIDDEN, "Another page may link to the gateway and nothing else");
        }
        if (caller.socket() && origins.isEmpty() && !lifted(caller)) {
            return new Refusal(FORBIDDEN, "A WebSocket says which page opens it");
        }
        return null;
    }

    /** Whether it shows the cookie, or needs none. */
    boolean admitted(Caller caller) {
        MultiMap headers = caller.request().headers();
        return cookies.carried(headers) || lifted(caller);
    }

    /** Whether it is one of the programs that were let in, which no page can pass for: a browser adds its headers. */
    private boolean lifted(Caller caller) {
        return localPrograms && caller.program();
    }
}
