package io.github.devboxtunnels.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/** Tries a call once: connection, headers, time-out, redirects. The key goes to the connection's origin alone. */
final class Wire implements AutoCloseable {

    /** Calls in flight to a host, long polls counted; with 400 at once servers answer "too many concurrent streams". */
    static final int IN_FLIGHT = 32;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int REDIRECTS = 3;
    private static final int ERROR_BODY_LIMIT = 1 << 16;
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

    private final Connection connection;
    private final Timeline timeline;
    private final String userAgent;
    private final @Nullable SSLContext trust;
    private final ErrorReader errors;
    private final Semaphore slots = new Semaphore(IN_FLIGHT, true);
    private volatile HttpClient client;
    private boolean closed;

    Wire(Connection connection, Timeline timeline, String userAgent, @Nullable SSLContext trust) {
        this.connection = connection;
        this.timeline = timeline;
        this.userAgent = userAgent;
        this.trust = trust;
        this.errors = new ErrorReader(new Redactor(connection.key()));
        this.client = client(connection.origin(), trust);
    }

    private static HttpClient client(ApiOrigin origin, @Nullable SSLContext trust) {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER);
        if (origin.url().getScheme().equals("http")) {
            // With plain http HTTP/2 takes an upgrade on each new connection, which some servers choke on, and on
            // loopback it is slower. A proxy there would see the key in clear.
            return builder.version(HttpClient.Version.HTTP_1_1).proxy(HttpClient.Builder.NO_PROXY)
                    .sslContext(NoTls.context()).build();
        }
        if (trust != null) {
            builder.sslContext(trust);
        }
        return builder.version(HttpClient.Version.HTTP_2).build();
    }

    /** Tries once, within the limit of calls in flight. */
    <T> Attempt<T> attempt(ApiCall call, String requestId, AnswerReader<T> reader) throws InterruptedException {
        if (!SENDABLE.matcher(connection.key().reveal()).matches()) {
            // The HTTP client would quote the key in its complaint.
            return new Attempt.Answered<>(401, new Problem.Unauthorised(
                    new Problem.Reply(401, StatusPhrase.of(401), "key_not_sendable", null)), false, null, null);
        }
        slots.acquire();
        try {
            URI target = connection.origin().resolve(call.path());
            for (int hops = 0;; hops++) {
                Attempt<T> attempt = hop(call, target, requestId, reader);
                URI moved = attempt instanceof Attempt.Answered<T> answered ? answered.movedTo() : null;
                if (moved == null || hops == REDIRECTS) {
                    return attempt;
                }
                target = moved;
            }
        } finally {
            slots.release();
        }
    }

    private <T> Attempt<T> hop(ApiCall call, URI target, String requestId, AnswerReader<T> reader)
            throws InterruptedException {
        HttpClient sender = client;
        try (Deadline deadline = Deadline.begin(timeline, call.timeout())) {
            CompletableFuture<HttpResponse<InputStream>> coming = sender.sendAsync(
                    request(call, target, requestId), HttpResponse.BodyHandlers.ofInputStream());
            deadline.guard(() -> coming.cancel(true));
            try {
                HttpResponse<InputStream> response = coming.get();
                try (InputStream body = response.body()) {
                    deadline.guard(() -> close(body));
                    return read(call, requestId, response, reader);
                }
            } catch (InterruptedException e) {
                coming.cancel(true);
                throw e;
            } catch (ExecutionException e) {
                return broken(sender, deadline, e.getCause() == null ? e : e.getCause());
            } catch (IOException | CancellationException e) {
                return broken(sender, deadline, e);
            } catch (MalformedAnswerException e) {
                return new Attempt.Broken<>(new Problem.Malformed(String.valueOf(e.getMessage())), false, false);
            }
        }
    }

    private <T> Attempt<T> broken(HttpClient sender, Deadline deadline, Throwable failure)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!deadline.passed()) {
            return Problems.of(failure);
        }
        leave(sender);
        return new Attempt.Broken<>(new Problem.Unanswered(true), true, false);
    }

    /**
     * The next try gets a connection of its own. One whose other end went silently, as while the computer slept, would
     * otherwise take one HTTP/2 request after the other and answer none. What else is under way on it may end.
     */
    private synchronized void leave(HttpClient sender) {
        if (client.equals(sender) && !closed) {
            client = client(connection.origin(), trust);
            sender.shutdown();
        }
    }

    private HttpRequest request(ApiCall call, URI target, String requestId) {
        if (!connection.origin().covers(target)) {
            throw new IllegalStateException("a key is sent to its own origin only");
        }
        HttpRequest.Builder builder = HttpRequest.newBuilder(target)
                .header("Authorization", "Bearer " + connection.key().reveal()).header("Accept", "application/json")
                .header("Accept-Encoding", "gzip").header("User-Agent", userAgent).header("X-Request-Id", requestId);
        if (call.method().equals("GET")) {
            return builder.GET().build();
        }
        String body = call.body();
        return builder.header("Content-Type", "application/json")
                .method(call.method(), body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private <T> Attempt<T> read(ApiCall call, String requestId, HttpResponse<InputStream> response,
            AnswerReader<T> reader) throws IOException, MalformedAnswerException {
        int status = response.statusCode();
        AnswerBody body = AnswerBody.of(response);
        if (status >= 200 && status < 300) {
            return new Attempt.Done<>(status, reader.read(body));
        }
        HttpHeaders headers = response.headers();
        Duration retryAfter = RetryHeaders.retryAfter(headers, timeline.now());
        Problem.Reply reply = errors.read(status, headers, body.beginning(ERROR_BODY_LIMIT), requestId);
        URI target = status / 100 == 3 ? target(response) : null;
        if (target == null) {
            return new Attempt.Answered<>(status, Problems.of(reply, retryAfter), RetryHeaders.shouldRetry(headers),
                    retryAfter, null);
        }
        // Elsewhere the key must not go, and an action is not to be done twice.
        boolean follow = call.method().equals("GET") && connection.origin().covers(target);
        Problem moved = new Problem.Server(new Problem.Reply(status,
                StatusPhrase.of(status) + ": " + errors.clean(String.valueOf(target.getHost())), reply.code(),
                reply.requestId()));
        return new Attempt.Answered<>(status, moved, false, null, follow ? target : null);
    }

    /** Where a redirect leads; null when it does not say. */
    private static @Nullable URI target(HttpResponse<?> response) {
        try {
            return response.headers().firstValue("location").filter(text -> !text.isBlank())
                    .map(response.uri()::resolve).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // It is given up anyway.
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        client.shutdownNow();
    }
}
