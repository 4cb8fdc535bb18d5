package io.github.devboxtunnels.gateway;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One line of the list of requests.
 *
 * @param number counts up from 1 for a gateway
 * @param at when it arrived
 * @param kind what it is
 * @param method HTTP method
 * @param path with the values of its query masked: {@code /search?q=…}
 * @param status of the answer; 0 while there is none, or when the connection went first
 * @param took from its arrival to the end of the answer; null while it goes on
 * @param bytes of the answer's body so far, or of the frames to the browser
 * @param forwarded false when it was answered here and nothing went to the tunnel
 */
public record GatewayRequest(long number, Instant at, Kind kind, String method, String path, int status,
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
}
