package io.github.devboxtunnels.service;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A request through a gateway, as the list of requests shows it.
 *
 * @param port of the service in the devbox
 * @param number counts up from 1 for a gateway
 * @param at when it arrived
 * @param kind what it is
 * @param method HTTP method
 * @param path with the values of its query masked
 * @param status of the answer; 0 while there is none, or when the connection went first
 * @param took from its arrival to the end of the answer; null while it goes on
 * @param bytes of the answer so far
 * @param forwarded false when it was answered here and nothing went to the tunnel
 */
public record GatewayCall(int port, long number, Instant at, Kind kind, String method, String path, int status,
        @Nullable Duration took, long bytes, boolean forwarded) {

    /** What a request is. */
    public enum Kind {
        /** An ordinary one. */
        PLAIN,
        /** A WebSocket. */
        SOCKET,
        /** Server-sent events. */
        EVENTS
    }

    /** Whether it can be repeated as a curl command. */
    public boolean repeatable() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
