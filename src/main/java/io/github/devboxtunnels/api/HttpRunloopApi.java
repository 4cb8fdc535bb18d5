package io.github.devboxtunnels.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import javax.net.ssl.SSLContext;

import io.github.devboxtunnels.api.dto.WaitForStatusDto;
import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/** The Runloop API over HTTP, with the key of one connection and at its origin only. Safe for use from any thread. */
public final class HttpRunloopApi implements RunloopApi {

    /** The server's own limit for holding a request. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(30);
    /** How much longer than the server may hold a request its answer may take; the official Python client's number. */
    private static final Duration HOLD_MARGIN = Duration.ofSeconds(5);
    private static final DevboxQuery PROBE = new DevboxQuery(null, 1, null, false);

    private final Caller caller;

    private HttpRunloopApi(Caller caller) {
        this.caller = caller;
    }

    /**
     * A client for one connection; sends nothing yet.
     *
     * @param timeline what time-outs, back-off and dates of the server go by
     * @param version of this application, told to the server
     */
    public static HttpRunloopApi open(Connection connection, Timeline timeline, String version) {
        return open(connection, timeline, version, () -> ThreadLocalRandom.current().nextDouble(), null);
    }

    /**
     * For tests.
     *
     * @param jitter gives numbers from 0 to 1
     * @param trust which certificates are trusted; null for those of the system
     */
    static HttpRunloopApi open(Connection connection, Timeline timeline, String version, DoubleSupplier jitter,
            @Nullable SSLContext trust) {
        String userAgent = "DevboxTunnels/%s (Java %s; %s)".formatted(version, Runtime.version().feature(),
                System.getProperty("os.name"));
        return new HttpRunloopApi(
                new Caller(new Wire(connection, timeline, userAgent, trust), new RetryPolicy(jitter), timeline));
    }

    @Override
    public Account account() throws InterruptedException {
        try {
            return caller.call(ApiCall.read("/v1/accounts/me"), Answers.ACCOUNT);
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.Forbidden || e.problem() instanceof Problem.NotFound)) {
                throw e;
            }
        }
        list(PROBE);
        return Account.UNREADABLE;
    }

    @Override
    public DevboxPage list(DevboxQuery query) throws InterruptedException {
        StringBuilder path = new StringBuilder("/v1/devboxes?limit=").append(query.limit());
        if (query.status() != null) {
            path.append("&status=").append(word(query.status()));
        }
        if (query.startingAfter() != null) {
            path.append("&starting_after=").append(encode(query.startingAfter()));
        }
        path.append("&include_total_count=").append(query.count());
        Caller.Timed<DevboxPage> page = caller.timed(ApiCall.read(path.toString()), Answers.PAGE);
        return page.value().in(page.took());
    }

    @Override
    public Devbox get(String id) throws InterruptedException {
        return caller.call(ApiCall.read(devbox(id, "")), Answers.DEVBOX);
    }

    @Override
    public Tunnel enableTunnel(String id, TunnelSettings settings) throws InterruptedException {
        String body = Json.mapper().writeValueAsString(TunnelMapper.config(settings));
        return caller.call(ApiCall.action(devbox(id, "/enable_tunnel"), body), Answers.TUNNEL);
    }

    @Override
    public void removeTunnel(String id) throws InterruptedException {
        caller.call(ApiCall.action(devbox(id, "/remove_tunnel"), null), Answers.NOTHING);
    }

    @Override
    public Devbox suspend(String id) throws InterruptedException {
        return caller.call(ApiCall.action(devbox(id, "/suspend"), null), Answers.DEVBOX);
    }

    @Override
    public Devbox resume(String id) throws InterruptedException {
        return caller.call(ApiCall.action(devbox(id, "/resume"), null), Answers.DEVBOX);
    }

    @Override
    public Optional<Devbox> waitForStatus(String id, Set<DevboxStatus.Kind> statuses, Duration hold)
            throws InterruptedException {
        Duration held = hold.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : hold;
        List<String> words = statuses.stream().map(HttpRunloopApi::word).sorted().toList();
        String body = Json.mapper()
                .writeValueAsString(new WaitForStatusDto(words, Math.max(1, (int) held.toSeconds())));
        ApiCall call = new ApiCall("POST", devbox(id, "/wait_for_status"), body, ApiCall.Repeat.POLL,
                held.plus(HOLD_MARGIN));
        try {
            return Optional.of(caller.call(call, Answers.DEVBOX));
        } catch (ProblemException e) {
            Problem.Reply reply = e.problem().reply();
            if (reply != null && reply.status() == 408) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void keepAlive(String id) throws InterruptedException {
        caller.call(ApiCall.action(devbox(id, "/keep_alive"), null), Answers.NOTHING);
    }

    @Override
    public void close() {
        caller.close();
    }

    private static String devbox(String id, String verb) {
        return "/v1/devboxes/" + encode(id) + verb;
    }

    /** For a path as well as a query: a space must not become a plus. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String word(DevboxStatus.Kind kind) {
        if (kind == DevboxStatus.Kind.UNKNOWN) {
            throw new IllegalArgumentException("an unknown status cannot be asked for");
        }
        return kind.status().word();
    }
}
