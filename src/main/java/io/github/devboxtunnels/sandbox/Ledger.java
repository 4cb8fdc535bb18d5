package io.github.devboxtunnels.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.devboxtunnels.model.Tunnel;
import org.jspecify.annotations.Nullable;

/**
 * What really happened in the sandbox, oldest first. Holds no key and no token but inside {@code Secret}s; the oldest
 * entries go when there are too many.
 */
public final class Ledger {

    private static final int KEPT = 20_000;

    /**
     * A request to the API.
     *
     * @param at when it arrived
     * @param method HTTP method
     * @param path without the query
     * @param query as sent; empty without
     * @param operation what it asked for; null when the path is none of the API's
     * @param devbox id in the path; empty without
     * @param status what was answered; 0 when the connection ended without an answer
     * @param requestId {@code x-request-id}; null without
     * @param httpVersion {@code HTTP/1.1} or {@code HTTP/2}
     * @param headerNames names of all headers, lower case
     * @param harmless values of those headers that are never secret
     * @param authorized whether the right key was sent
     * @param committed whether the operation was carried out, whatever was answered
     */
    public record Request(Instant at, String method, String path, String query, @Nullable Operation operation,
            String devbox, int status, @Nullable String requestId, String httpVersion, Set<String> headerNames,
            Map<String, String> harmless, boolean authorized, boolean committed) {
    }

    /** What happened to a tunnel. */
    public enum Change {
        /** It was made. */
        ENABLED,
        /** It was taken away. */
        REMOVED
    }

    /**
     * A tunnel came or went.
     *
     * @param at when
     * @param change which of both
     * @param devbox id
     * @param tunnel the one that came or went
     */
    public record TunnelChange(Instant at, Change change, String devbox, Tunnel tunnel) {
    }

    /**
     * A request to an address of the tunnel edge that belongs to a devbox.
     *
     * @param at when it arrived
     * @param devbox id
     * @param port in the address
     * @param method HTTP method
     * @param path with the query
     * @param webSocket whether it asked for a WebSocket
     * @param tokenSent whether the token header was there, right or wrong
     * @param status what the edge answered, or 0 when it let the request through to the service
     */
    public record Visit(Instant at, String devbox, int port, String method, String path, boolean webSocket,
            boolean tokenSent, int status) {
    }

    /**
     * A request woke a devbox.
     *
     * @param at when
     * @param devbox id
     */
    public record Wake(Instant at, String devbox) {
    }

    private final Deque<Request> requests = new ArrayDeque<>();
    private final Deque<TunnelChange> changes = new ArrayDeque<>();
    private final Deque<Visit> visits = new ArrayDeque<>();
    private final Deque<Wake> wakes = new ArrayDeque<>();

    Ledger() {
    }

    /** Every request to the API, in the order of the answers. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The requests for one operation. */
    public List<Request> requests(Operation operation) {
        return requests().stream().filter(request -> request.operation() == operation).toList();
    }

    /** Every tunnel that came or went. */
    public synchronized List<TunnelChange> tunnelChanges() {
        return List.copyOf(changes);
    }

    /** The tunnels of one devbox that came or went. */
    public List<TunnelChange> tunnelChanges(String devbox) {
        return tunnelChanges().stream().filter(change -> change.devbox().equals(devbox)).toList();
    }

    /** Every request to the tunnel of a devbox. */
    public synchronized List<Visit> visits() {
        return List.copyOf(visits);
    }

    /** The requests to one port of a devbox. */
    public List<Visit> visits(String devbox, int port) {
        return visits().stream().filter(visit -> visit.devbox().equals(devbox) && visit.port() == port).toList();
    }

    /** Every time a request woke a devbox. */
    public synchronized List<Wake> wakes() {
        return List.copyOf(wakes);
    }

    /** Forgets all. */
    public synchronized void clear() {
        requests.clear();
        changes.clear();
        visits.clear();
        wakes.clear();
    }

    synchronized void request(Request request) {
        keep(requests, request);
    }

    synchronized void enabled(Instant at, String devbox, Tunnel tunnel) {
        keep(changes, new TunnelChange(at, Change.ENABLED, devbox, tunnel));
    }

    synchronized void removed(Instant at, String devbox, Tunnel tunnel) {
        keep(changes, new TunnelChange(at, Change.REMOVED, devbox, tunnel));
    }

    synchronized void visit(Visit visit) {
        keep(visits, visit);
    }

    synchronized void wake(Instant at, String devbox) {
        keep(wakes, new Wake(at, devbox));
    }

    private static <T> void keep(Deque<T> entries, T entry) {
        entries.addLast(entry);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }
}
