package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.Map;

import io.github.devboxtunnels.model.TunnelSettings;
import io.vertx.core.buffer.Buffer;

/**
 * One way to go wrong, for {@link Faults}. Several may befall the same request: what happens before it, whether it is
 * carried out, what its answer looks like, when it comes and whether it arrives.
 */
public sealed interface Fault permits Refusal, Disguise, Delay, Cut, Reshape, Gap {

    /** 429, asking to wait whole seconds in {@code retry-after}. */
    static Fault tooManyRequests(Duration wait) {
        return Refusal.of(429, "Too many requests", Map.of("retry-after", Long.toString(wait.toSeconds())));
    }

    /** 429, asking to wait milliseconds in {@code retry-after-ms}. */
    static Fault tooManyRequestsMillis(Duration wait) {
        return Refusal.of(429, "Too many requests", Map.of("retry-after-ms", Long.toString(wait.toMillis())));
    }

    /** 429 that says nothing about when to come again. */
    static Fault tooManyRequests() {
        return Refusal.of(429, "Too many requests", Map.of());
    }

    /** 503, not carried out. */
    static Fault unavailable() {
        return Refusal.of(503, "Service unavailable", Map.of());
    }

    /** 503 with {@code retry-after}, not carried out. */
    static Fault unavailable(Duration wait) {
        return Refusal.of(503, "Service unavailable", Map.of("retry-after", Long.toString(wait.toSeconds())));
    }

    /** 503 with {@code x-should-retry}, not carried out. */
    static Fault unavailable(boolean shouldRetry) {
        return Refusal.of(503, "Service unavailable", Map.of("x-should-retry", Boolean.toString(shouldRetry)));
    }

    /** 409, not carried out. */
    static Fault conflict() {
        return Refusal.of(409, "Conflict", Map.of());
    }

    /** 403: the key may not do this. */
    static Fault forbidden() {
        return Refusal.of(403, "Forbidden", Map.of());
    }

    /** 401: the key is not known any more. */
    static Fault unauthorized() {
        return Refusal.of(401, "Unauthorized", Map.of());
    }

    /** 404 although it exists. */
    static Fault notFound() {
        return Refusal.of(404, "Devbox not found", Map.of());
    }

    /** 500, not carried out. */
    static Fault internalError() {
        return Refusal.of(500, "Internal error", Map.of());
    }

    /** Any refusal. */
    static Fault refusal(int status, Map<String, String> headers, String contentType, String body) {
        return new Refusal(new Answer(status, Answer.typed(headers, contentType), Buffer.buffer(body), null));
    }

    /** A web page in place of JSON, as an edge proxy sends; not carried out. */
    static Fault html(int status) {
        return refusal(status, Map.of(), "text/html", Disguise.PAGE);
    }

    /** Carried out, and then a web page with status 200 in place of JSON. */
    static Fault htmlAfterCommit() {
        return Disguise.html(200);
    }

    /** Carried out, and then 504 from something in between. */
    static Fault gatewayTimeoutAfterCommit() {
        return Disguise.html(504);
    }

    /** Carried out, and then 500. */
    static Fault internalErrorAfterCommit() {
        return new Disguise(Answer.error(500, "Internal error"));
    }

    /** Carried out at once, answered late. */
    static Fault slowAnswer(Duration delay) {
        return new Delay(delay, false);
    }

    /** Carried out late, after everything else in the list has been decided. */
    static Fault stalled(Duration delay) {
        return new Delay(delay, true);
    }

    /** Carried out, and then the connection is reset (TCP RST). */
    static Fault resetAfterCommit() {
        return new Cut(Cut.Way.RESET, true);
    }

    /** Carried out, and then the connection is closed in the orderly way, without an answer. */
    static Fault closeAfterCommit() {
        return new Cut(Cut.Way.CLOSE, true);
    }

    /** Carried out, and then half of the answer before the connection is closed. */
    static Fault halfBody() {
        return new Cut(Cut.Way.HALF_BODY, true);
    }

    /** The connection is reset before anything is done. */
    static Fault resetBeforeCommit() {
        return new Cut(Cut.Way.RESET, false);
    }

    /** Devboxes have a status of a newer API. */
    static Fault unknownStatus(String word) {
        return Reshape.unknownStatus(word);
    }

    /** Every object has members of a newer API. */
    static Fault additionalMembers() {
        return Reshape.additionalMembers();
    }

    /** Authenticated tunnels come without their token. */
    static Fault absentToken() {
        return Reshape.absentToken();
    }

    /** Members that are null are left out. */
    static Fault absentForNull() {
        return Reshape.absentForNull();
    }

    /** Optional members that are left out are null. */
    static Fault nullForAbsent() {
        return Reshape.nullForAbsent();
    }

    /** Tunnels have an auth mode of another API version. */
    static Fault unknownAuthMode(String word) {
        return Reshape.unknownAuthMode(word);
    }

    /** A list goes on for ever: the same page again, with {@code has_more}. */
    static Fault repeatedCursor() {
        return Reshape.repeatedCursor();
    }

    /** Another client enables a tunnel on the devbox just before this request is looked at. */
    static Fault otherClientEnables(TunnelSettings settings) {
        return new Gap((devbox, tunnels) -> tunnels.enable(devbox, settings));
    }

    /** Another client removes the tunnel of the devbox just before this request is looked at. */
    static Fault otherClientRemoves() {
        return new Gap((devbox, tunnels) -> tunnels.remove(devbox));
    }
}
