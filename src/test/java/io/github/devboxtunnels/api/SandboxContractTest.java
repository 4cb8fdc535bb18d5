package io.github.devboxtunnels.api;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.sandbox.Fault;
import io.github.devboxtunnels.sandbox.Operation;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.testing.OpenApiSchemas;
import io.github.devboxtunnels.time.SystemTimeline;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.devboxtunnels.api.ApiFixture.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

/** The real client against the sandbox, with every request held against the OpenAPI file on its way. */
class SandboxContractTest {

    private static final OpenApiSchemas SCHEMAS = OpenApiSchemas.load();
    private static final TunnelSettings PRIVATE = new TunnelSettings(AuthMode.AUTHENTICATED, false, true);
    private static final TunnelSettings OPEN = new TunnelSettings(AuthMode.OPEN, true, false);

    /** The API tells times in milliseconds. */
    private static final RecursiveComparisonConfiguration MILLIS = RecursiveComparisonConfiguration.builder()
            .withEqualsForType((one, other) -> one.toEpochMilli() == other.toEpochMilli(), Instant.class).build();
    private static final Set<String> PASSED = Set.of("authorization", "accept", "content-type", "x-request-id");

    private record Sent(String method, String path, String body) {
    }

    private final List<Sent> sent = java.util.Collections.synchronizedList(new ArrayList<>());
    private final HttpClient onward = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Sandbox sandbox;
    private RawServer recorder;
    private HttpRunloopApi api;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults(), new SystemTimeline());
        recorder = RawServer.start((request, socket, out) -> pass(request, out));
        api = open(recorder.url());
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
        recorder.close();
        sandbox.close();
        onward.close();
    }

    @Test
    void everyRequestIsWhatTheSpecificationDescribes() throws Exception {
        String running = sandbox.add("contract", DevboxStatus.Kind.RUNNING);
        assertThat(api.account().name()).isNotBlank();
        assertThat(api.list(new DevboxQuery(null, 0, null, true)).total()).isEqualTo(sandbox.devboxes().size());
        for (DevboxStatus.Kind kind : DevboxStatus.Kind.values()) {
            if (kind != DevboxStatus.Kind.UNKNOWN) {
                api.list(new DevboxQuery(kind, 5000, null, false));
            }
        }
        assertThat(DevboxPages.all(api, null, 3).devboxes().keySet())
                .containsExactlyInAnyOrderElementsOf(sandbox.devboxes().stream().map(Devbox::id).toList());
        assertThat(api.get(running)).usingRecursiveComparison(MILLIS).isEqualTo(sandbox.devbox(running));
        assertThat(api.enableTunnel(running, PRIVATE)).usingRecursiveComparison(MILLIS)
                .isEqualTo(sandbox.devbox(running).tunnel());
        assertThat(problemOf(() -> api.enableTunnel(running, OPEN))).isInstanceOf(Problem.Refused.class);
        api.removeTunnel(running);
        assertThat(api.get(running).tunnel()).isNull();
        Tunnel open = api.enableTunnel(running, OPEN);
        assertThat(open.settings()).isEqualTo(OPEN);
        assertThat(open.token()).isNull();
        api.keepAlive(running);
        assertThat(api.suspend(running).status().kind()).isEqualTo(DevboxStatus.Kind.SUSPENDING);
        assertThat(await(running, DevboxStatus.Kind.SUSPENDED).status().suspended()).isTrue();
        assertThat(problemOf(() -> api.suspend(running))).isInstanceOf(Problem.Refused.class);
        assertThat(api.resume(running).status().kind()).isEqualTo(DevboxStatus.Kind.RESUMING);
        assertThat(await(running, DevboxStatus.Kind.RUNNING).status().running()).isTrue();
        assertThat(api.waitForStatus(running, Set.of(DevboxStatus.Kind.FAILURE), Duration.ofSeconds(1))).isEmpty();
        assertThat(problemOf(() -> api.get("dbx_none"))).isInstanceOf(Problem.NotFound.class);
        assertThat(sent).extracting(Sent::path).as("each call was seen").anyMatch(p -> p.endsWith("/enable_tunnel"))
                .anyMatch(p -> p.endsWith("/remove_tunnel")).anyMatch(p -> p.endsWith("/keep_alive"))
                .anyMatch(p -> p.endsWith("/wait_for_status"));
        assertThat(sent).allSatisfy(SandboxContractTest::asSpecified);
    }

    @Test
    void aWrongKeyIsToldApart() {
        try (var stranger = HttpRunloopApi.open(ApiFixture.connection(sandbox.baseUrl().toString()),
                new SystemTimeline(), "1")) {
            assertThat(problemOf(stranger::account)).isInstanceOf(Problem.Unauthorised.class);
        }
    }

    @Test
    void answersOfOtherVersionsAreRead() throws Exception {
        String running = sandbox.add("odd", DevboxStatus.Kind.RUNNING);
        sandbox.enableTunnel(running, PRIVATE);
        Devbox plain = api.get(running);
        for (Fault fault : List.of(Fault.additionalMembers(), Fault.absentForNull(), Fault.nullForAbsent())) {
            sandbox.faults().next(Operation.GET, fault);
            assertThat(api.get(running)).isEqualTo(plain);
        }
        sandbox.faults().next(Operation.GET, Fault.unknownStatus("migrating"));
        assertThat(api.get(running).status()).isEqualTo(new DevboxStatus(DevboxStatus.Kind.UNKNOWN, "migrating"));
        sandbox.faults().next(Operation.GET, Fault.absentToken());
        assertThat(api.get(running).tunnel().token()).isNull();
        sandbox.faults().next(Operation.GET, Fault.unknownAuthMode("public"));
        assertThat(api.get(running).tunnel().open()).isTrue();
        sandbox.faults().always(Operation.LIST, Fault.repeatedCursor());
        assertThat(DevboxPages.all(api, null, 2).devboxes()).hasSize(2);
    }

    @Test
    void whatHappenedAfterACommitIsLeftOpen() throws Exception {
        HttpRunloopApi direct = open(sandbox.baseUrl().toString());
        for (Fault fault : List.of(Fault.resetAfterCommit(), Fault.closeAfterCommit(), Fault.halfBody())) {
            String id = sandbox.add("ambiguous", DevboxStatus.Kind.RUNNING);
            sandbox.faults().next(Operation.ENABLE_TUNNEL, fault);
            assertThat(problemOf(() -> direct.enableTunnel(id, PRIVATE))).isEqualTo(new Problem.Unanswered(false));
            assertThat(direct.get(id).tunnel().settings()).isEqualTo(PRIVATE);
        }
        String id = sandbox.add("ambiguous", DevboxStatus.Kind.RUNNING);
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.gatewayTimeoutAfterCommit());
        assertThat(problemOf(() -> direct.enableTunnel(id, PRIVATE)).reply().status()).isEqualTo(504);
        assertThat(direct.get(id).tunnel()).isNotNull();
        direct.close();
    }

    private Devbox await(String id, DevboxStatus.Kind kind) throws InterruptedException {
        return api.waitForStatus(id, Set.of(kind), Duration.ofSeconds(30)).orElseThrow();
    }

    private HttpRunloopApi open(String url) {
        return HttpRunloopApi.open(new Connection(Connection.Kind.SANDBOX, ApiOrigin.parse(url),
                AddressTemplate.parse(sandbox.tunnelUrlTemplate()), sandbox.key()), new SystemTimeline(), "1.2.3");
    }

    private static void asSpecified(Sent request) {
        assertThat(SCHEMAS.requestProblems(request.method(), request.path(), request.body())).as(request.toString())
                .isEmpty();
        String query = URI.create(request.path()).getQuery();
        for (String part : query == null ? new String[0] : query.split("&")) {
            String value = part.substring(part.indexOf('=') + 1);
            switch (part.substring(0, part.indexOf('='))) {
                case "limit" -> assertThat(Integer.parseInt(value)).isBetween(0, 5000);
                case "status" -> assertThat(SCHEMAS.problems("DevboxStatus", "\"" + value + "\"")).isEmpty();
                case "include_total_count" -> assertThat(value).isIn("true", "false");
                case "starting_after" -> assertThat(value).isNotBlank();
                default -> throw new AssertionError("an undeclared parameter: " + part);
            }
        }
    }

    /** Passes a request on to the sandbox and writes it down. */
    private boolean pass(String request, OutputStream out) throws Exception {
        int end = request.indexOf("\r\n\r\n");
        String body = request.substring(end + 4);
        List<String> head = List.of(request.substring(0, end).split("\r\n"));
        String[] first = head.getFirst().split(" ");
        sent.add(new Sent(first[0], first[1], body));
        HttpRequest.Builder onwards = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + first[1]))
                .method(first[0], HttpRequest.BodyPublishers.ofString(body));
        for (String line : head.subList(1, head.size())) {
            String name = line.substring(0, line.indexOf(':'));
            if (PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                onwards.header(name, line.substring(line.indexOf(':') + 1).strip());
            }
        }
        HttpResponse<byte[]> answer = onward.send(onwards.build(), HttpResponse.BodyHandlers.ofByteArray());
        out.write(("HTTP/1.1 " + answer.statusCode() + " Passed\r\nContent-Type: application/json\r\nContent-Length: "
                + answer.body().length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(answer.body());
        return true;
    }
}
