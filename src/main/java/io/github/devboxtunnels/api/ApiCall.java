package io.github.devboxtunnels.api;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * One call, however often it is tried.
 *
 * @param method {@code GET} or {@code POST}
 * @param path below the base URL, encoded, with its query
 * @param body JSON; null for none
 * @param repeat when it may be tried again
 * @param timeout for one try, from the first byte sent to the last received
 */
record ApiCall(String method, String path, @Nullable String body, Repeat repeat, Duration timeout) {

    /** Longer than the official clients wait for anything but a long poll. */
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** When a call may be tried again. */
    enum Repeat {
        /** Changes nothing: whenever another try may help. */
        READ,
        /** Changes nothing, and 408 is an answer: nothing happened meanwhile. */
        POLL,
        /** Changes something: only when the server surely did nothing. */
        ACTION
    }

    static ApiCall read(String path) {
        return new ApiCall("GET", path, null, Repeat.READ, TIMEOUT);
    }

    static ApiCall action(String path, @Nullable String body) {
        return new ApiCall("POST", path, body, Repeat.ACTION, TIMEOUT);
    }
}
