package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Every attack by name: the answer it gets, and what reaches the tunnel meanwhile. */
class AttacksTest {

    private static final AttackReport REPORT = new AttackReport();
    private static final String GO = "GET / HTTP/1.1\r\n";
    private static SimulatedTimeline time;
    private static GatewayFixture fixture;
    private static RunningGateway other;
    private static String cookie;

    private interface Deed {
        String answer() throws Exception;
    }

    /** @param harmless how many requests may reach the tunnel */
    private record Attack(String name, String expected, int harmless, Deed deed) {
    }

    @BeforeAll
    static void open() throws Exception {
        time = new SimulatedTimeline();
        fixture = new GatewayFixture(time);
        other = fixture.start(fixture.devbox, 8080);
        cookie = "Cookie: " + fixture.letIn();
    }

    @AfterAll
    static void close() throws Exception {
        fixture.close();
        REPORT.write();
    }

    @TestFactory
    Stream<DynamicTest> tickets() {
        return run(
                nothing("ticket used twice", "403", () -> {
                    Map<String, String> ticket = fixture.ticket();
                    fixture.redeem(ticket);
                    return status(fixture.redeem(ticket));
                }),
                nothing("ticket by GET", "405", () -> status(fixture.exchange("GET", enter()))),
                nothing("ticket by HEAD", "405", () -> status(fixture.exchange("HEAD", enter()))),
                nothing("ticket by prefetch", "405", () -> status(fixture.exchange("GET", enter(),
                        GatewayFixture.navigation("Sec-Purpose: prefetch;prerender")))),
                nothing("ticket after 60 s", "403", () -> {
                    Map<String, String> ticket = fixture.ticket();
                    time.advance(java.time.Duration.ofSeconds(61));
                    return status(fixture.redeem(ticket));
                }),
                nothing("ticket at another port's gateway", "403", () -> {
                    Map<String, String> ticket = fixture.ticket();
                    String body = "ticket=" + ticket.get("ticket");
                    try (RawClient client = RawClient.connect(other.origin().getPort())) {
                        return status(client.send("POST " + Pages.ENTER + " HTTP/1.1\r\nHost: "
                                + other.origin().getRawAuthority() + "\r\nContent-Length: " + body.length()
                                + "\r\n\r\n" + body).read());
                    }
                }),
                nothing("ticket raced sixteen times", "1 x 200, 15 x 403", AttacksTest::race),
                nothing("connection of another user", "closed", () -> {
                    // The same table, read by a user that the browser is not.
                    PeerOwner stranger = new PeerOwner(List.of(java.nio.file.Path.of("/proc/net/tcp"),
                            java.nio.file.Path.of("/proc/net/tcp6")), 4_000_000_000L);
                    try (RawClient client = fixture.connect()) {
                        var peer = (java.net.InetSocketAddress) client.socket().getLocalSocketAddress();
                        var here = (java.net.InetSocketAddress) client.socket().getRemoteSocketAddress();
                        return stranger.oursIs(peer, here) ? "open" : "closed";
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> cookies() {
        return run(
                nothing("cookie of gateway A at B", "403", () -> at(other, "", cookie)),
                nothing("cookie after stop and restart", "403", () -> {
                    RunningGateway third = fixture.start(fixture.devbox, 9090);
                    String html = java.nio.file.Files.readString(third.ticketFile("/"));
                    String got;
                    String body = "ticket=" + GatewayFixture.fields(html).get("ticket");
                    try (RawClient client = RawClient.connect(third.origin().getPort())) {
                        got = GatewayFixture.cookie(client.send("POST " + Pages.ENTER + " HTTP/1.1\r\nHost: "
                                + third.origin().getRawAuthority() + "\r\nContent-Length: " + body.length()
                                + "\r\n\r\n" + body).read());
                    }
                    third.stop();
                    RunningGateway again = fixture.start(fixture.devbox, 9090);
                    return at(again, "", "Cookie: " + got);
                }),
                nothing("no cookie", "403", () -> status(fixture.exchange("GET", "/"))),
                nothing("no cookie, WebSocket", "403", () -> socket("Origin: " + fixture.origin())),
                nothing("cookie made up", "403",
                        () -> status(fixture.get("/", AccessCookies.NAME + "=" + "A".repeat(43)))));
    }

    @TestFactory
    Stream<DynamicTest> pages() {
        List<Attack> attacks = new ArrayList<>();
        String portOfOurName = "http://" + fixture.gateway.origin().getHost() + ":1";
        Map<String, String> origins = Map.of("evil.test", "http://evil.test", "a null origin", "null",
                "another port of our own host name", portOfOurName, "another gateway's origin",
                "http://" + other.origin().getRawAuthority());
        origins.forEach((name, origin) -> {
            String site = origin.equals(portOfOurName) ? "same-site" : "cross-site";
            attacks.add(nothing("request from " + name, "403", () -> status(with("GET", "Origin: " + origin,
                    "Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"))));
            attacks.add(nothing("WebSocket from " + name, "403", () -> socket("Origin: " + origin, cookie)));
            attacks.add(nothing("form from " + name, "403", () -> status(with("POST", "Origin: " + origin,
                    "Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document",
                    "Content-Length: 0"))));
        });
        attacks.add(nothing("WebSocket without an origin", "403", () -> socket(cookie)));
        attacks.add(nothing("image from another page", "403", () -> status(with("GET", "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"))));
        attacks.add(nothing("iframe in another page", "403", () -> status(with("GET", "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"))));
        attacks.add(nothing("prefetch by another page", "403", () -> status(with("GET", "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document", "Sec-Purpose: prefetch"))));
        attacks.add(nothing("question asked by another page", "403", () -> status(fixture.post(Pages.ASK, Map.of(),
                "Origin: http://evil.test", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: document"))));
        attacks.add(nothing("wake by another page", "403", () -> status(fixture.post(Pages.WAKE, Map.of(), cookie,
                "Origin: http://evil.test", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: document"))));
        return attacks.stream().map(AttacksTest::test);
    }

    @TestFactory
    Stream<DynamicTest> names() {
        String name = fixture.gateway.origin().getHost();
        int number = fixture.number();
        return run(
                nothing("DNS rebinding, evil.test", "421", () -> named("evil.test:" + number)),
                nothing("DNS rebinding, IPv4", "421", () -> named("127.0.0.1:" + number)),
                nothing("DNS rebinding, [::1]", "421", () -> named("[::1]:" + number)),
                nothing("DNS rebinding, localhost", "421", () -> named("localhost:" + number)),
                nothing("DNS rebinding, trailing dot", "421", () -> named(name + ".:" + number)),
                nothing("DNS rebinding, upper case", "421", () -> named(name.toUpperCase() + ":" + number)),
                nothing("DNS rebinding, userinfo", "421", () -> named("a@" + name + ":" + number)),
                nothing("DNS rebinding, other port", "421", () -> named(name + ":1")),
                nothing("DNS rebinding, no port", "421", () -> named(name)),
                nothing("DNS rebinding, spaces within", "421", () -> named(name + " :" + number)));
    }

    @TestFactory
    Stream<DynamicTest> framing() {
        String host = "Host: " + fixture.host() + "\r\n";
        String post = "POST / HTTP/1.1\r\n" + host + cookie + "\r\n";
        return run(
                raw("absolute-form", "400", "GET http://" + fixture.host() + "/ HTTP/1.1\r\n" + host),
                raw("absolute-form to another host", "400", "GET http://evil.test/ HTTP/1.1\r\n" + host),
                raw("CONNECT", "405", "CONNECT evil.test:443 HTTP/1.1\r\n" + host),
                raw("TRACE", "405", "TRACE / HTTP/1.1\r\n" + host),
                raw("asterisk", "400", "OPTIONS * HTTP/1.1\r\n" + host),
                new Attack("//host/", "200", 1, () -> {
                    String answer = status(fixture.exchange("GET", "//evil.test/", cookie));
                    assertThat(fixture.upstream.last().line()).isEqualTo("GET //evil.test/ HTTP/1.1");
                    return answer;
                }),
                raw("two Host", "400", GO + host + "Host: evil.test\r\n"),
                raw("two equal Host", "400", GO + host + host),
                raw("no Host", "400", GO),
                raw("CL with TE", "400", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"),
                raw("CL twice, different", "400", post + "Content-Length: 5\r\nContent-Length: 6\r\n"),
                raw("CL twice, equal", "400", post + "Content-Length: 5\r\nContent-Length: 5\r\n"),
                raw("CL as a list", "400", post + "Content-Length: 5, 5\r\n"),
                raw("CL with a sign", "400", post + "Content-Length: +5\r\n"),
                raw("TE garbled", "400", post + "Transfer-Encoding: xchunked\r\n"),
                raw("TE with a tab", "400", post + "Transfer-Encoding:\tchunked, identity\r\n"),
                raw("TE twice", "400", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n"),
                raw("blank before the colon", "400", post + "Transfer-Encoding : chunked\r\n"),
                raw("TE on HTTP/1.0", "400",
                        "POST / HTTP/1.0\r\n" + host + cookie + "\r\nTransfer-Encoding: chunked\r\n"),
                raw("HTTP/1.0", "400", "GET / HTTP/1.0\r\n" + host + cookie + "\r\n"),
                raw("folded header", "400", GO + host + cookie + "\r\nX-A: b\r\n Content-Length: 5\r\n"),
                raw("bad chunk", "400", post + "Transfer-Encoding: chunked\r\n\r\n5x\r\nhello\r\n0\r\n"),
                raw("chunk with a sign", "400", post + "Transfer-Encoding: chunked\r\n\r\n+5\r\nhello\r\n0\r\n"),
                raw("chunk longer than said", "400",
                        post + "Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n"),
                raw("lone LF", "400", "GET / HTTP/1.1\n" + host + cookie + "\r\n"),
                raw("lone LF at the end", "400", GO + host + cookie + "\n\n"),
                raw("lone CR", "400", GO + host + "X-A: b\rc\r\n"),
                raw("NUL", "400", GO + host + "X-A: b\0c\r\n"),
                raw("empty line first", "400", "\r\n" + GO + host + cookie + "\r\n"),
                raw("h2c with prior knowledge", "400", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                new Attack("h2c upgrade", "200", 1, () -> {
                    String answer = status(with("GET", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c",
                            "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA"));
                    assertThat(fixture.upstream.last().head()).doesNotContainIgnoringCase("h2c")
                            .doesNotContainIgnoringCase("http2-settings");
                    return answer;
                }),
                raw("a 100 KiB header", "431", GO + host + cookie + "\r\nX-A: " + "a".repeat(100 * 1024) + "\r\n"));
    }

    @TestFactory
    Stream<DynamicTest> headers() {
        return run(
                new Attack("X-Runloop-Host", "200", 1, () -> {
                    String answer = status(with("GET", "X-Runloop-Host: 22-evil.tunnel.localhost"));
                    assertThat(fixture.upstream.last().head()).doesNotContainIgnoringCase("x-runloop-host");
                    return answer;
                }),
                new Attack("the caller's own token header", "200", 1, () -> {
                    String answer = status(with("GET", "X-Runloop-Tunnel-Authorization: Bearer stolen",
                            "x-runloop-tunnel-authorization: Bearer stolen"));
                    assertThat(fixture.upstream.last().all("X-Runloop-Tunnel-Authorization"))
                            .containsExactly(fixture.bearer());
                    return answer;
                }),
                new Attack("Connection naming the token header", "200", 1, () -> {
                    String answer = status(with("GET", "Connection: keep-alive, X-Runloop-Tunnel-Authorization"));
                    assertThat(fixture.upstream.last().all("X-Runloop-Tunnel-Authorization"))
                            .containsExactly(fixture.bearer());
                    return answer;
                }),
                new Attack("upstream redirect to another host", "302", 1, () -> redirect("https://evil.test/x",
                        "https://evil.test/x")),
                new Attack("upstream redirect to another port of the tunnel", "302", 1, () -> redirect(
                        "http://8080-" + fixture.there().substring(5) + "/x",
                        "http://8080-" + fixture.there().substring(5) + "/x")),
                new Attack("upstream redirect to http:", "302", 1,
                        () -> redirect("http://" + fixture.there() + "/x", fixture.origin() + "/x")),
                new Attack("upstream cookie with our name", "200", 1, () -> {
                    fixture.upstream.answer(got -> "HTTP/1.1 200 OK\r\nSet-Cookie: " + AccessCookies.NAME
                            + "=theirs; Path=/\r\nSet-Cookie: other=1; Domain=tunnel.localhost; Secure\r\n"
                            + "Content-Length: 0\r\n\r\n");
                    RawClient.Answer answer = with("GET");
                    assertThat(answer.all("set-cookie")).containsExactly("other=1; Secure");
                    return status(answer);
                }),
                new Attack("upstream that echoes request headers", "200", 1, () -> {
                    fixture.upstream.answer(got -> CountingUpstream.ok(got.head()));
                    RawClient.Answer answer = fixture.exchange("GET", "/", cookie + "; theirs=1");
                    assertThat(answer.text()).doesNotContain(cookie.substring(8)).contains("theirs=1");
                    return status(answer);
                }));
    }

    @TestFactory
    Stream<DynamicTest> sockets() {
        return run(
                nothing("300 idle connections", "200 beside them, closed after 60 s", () -> {
                    List<RawClient> idle = new ArrayList<>();
                    try {
                        for (int i = 0; i < 300; i++) {
                            idle.add(fixture.connect());
                        }
                        String beside = status(fixture.redeem(fixture.ticket()));
                        time.advance(FrontDoor.IDLE.plusSeconds(1));
                        for (RawClient each : idle) {
                            assertThat(each.in().read()).isEqualTo(-1);
                        }
                        return beside + " beside them, closed after 60 s";
                    } finally {
                        for (RawClient each : idle) {
                            each.close();
                        }
                    }
                }),
                nothing("::1 squatted beforehand", "another number on both", () -> {
                    try (GatewayFixture second = new GatewayFixture()) {
                        int number = second.number();
                        second.gateway.stop();
                        try (ServerSocket squatter = new ServerSocket(number, 1, InetAddress.ofLiteral("::1"))) {
                            RunningGateway again = second.start(second.devbox, 3000);
                            int now = again.origin().getPort();
                            RawClient.connect("::1", now).close();
                            RawClient.connect("127.0.0.1", now).close();
                            return now == number ? "the squatted number" : "another number on both";
                        }
                    }
                }));
    }

    private static Attack nothing(String name, String expected, Deed deed) {
        return new Attack(name, expected, 0, deed);
    }

    /** Sent as it is, with an empty line behind. */
    private static Attack raw(String name, String expected, String text) {
        return nothing(name, expected, () -> {
            try (RawClient client = fixture.connect()) {
                String answer = status(client.send(text + "\r\n").read());
                assertThat(client.rest()).as("closed after").isEmpty();
                return answer;
            }
        });
    }

    private static Stream<DynamicTest> run(Attack... attacks) {
        return Stream.of(attacks).map(AttacksTest::test);
    }

    private static DynamicTest test(Attack attack) {
        return DynamicTest.dynamicTest(attack.name(), () -> {
            fixture.upstream.answer(got -> CountingUpstream.ok("ok"));
            fixture.upstream.forget();
            String answer = attack.deed().answer();
            int requests = fixture.upstream.requests().size();
            boolean harmless = fixture.upstream.requests().stream().allMatch(got -> fixture.there()
                    .equals(got.one("host")));
            boolean stopped = answer.equals(attack.expected()) && requests == attack.harmless() && harmless
                    && (requests > 0 || fixture.upstream.bytes() == 0);
            REPORT.add(attack.name(), answer, requests, fixture.upstream.bytes(), stopped);
            assertThat(answer).isEqualTo(attack.expected());
            assertThat(requests).as("requests at the tunnel").isEqualTo(attack.harmless());
            assertThat(stopped).isTrue();
        });
    }

    private static String status(RawClient.Answer answer) {
        return Integer.toString(answer.status());
    }

    private static RawClient.Answer with(String method, String... lines) throws IOException {
        return fixture.exchange(method, "/", Stream.concat(Stream.of(cookie), Stream.of(lines))
                .toArray(String[]::new));
    }

    private static String enter() throws IOException {
        return Pages.ENTER + "?ticket=" + fixture.ticket().get("ticket");
    }

    private static String named(String host) throws IOException {
        return status(fixture.exchange("GET", "/", "Host: " + host, cookie));
    }

    private static String socket(String... lines) throws IOException {
        return status(fixture.exchange("GET", "/", Stream.concat(Stream.of("Connection: Upgrade", "Upgrade: websocket",
                "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="), Stream.of(lines))
                .toArray(String[]::new)));
    }

    private static String at(RunningGateway gateway, String path, String... lines) throws IOException {
        try (RawClient client = RawClient.connect(gateway.origin().getPort())) {
            return status(client.send("GET /" + path + " HTTP/1.1\r\nHost: " + gateway.origin().getRawAuthority()
                    + "\r\n" + String.join("\r\n", lines) + "\r\n\r\n").read());
        }
    }

    private static String redirect(String there, String here) throws IOException {
        fixture.upstream.answer(got -> "HTTP/1.1 302 Found\r\nLocation: " + there + "\r\nContent-Length: 0\r\n\r\n");
        RawClient.Answer answer = with("GET");
        assertThat(answer.one("location")).isEqualTo(here);
        return status(answer);
    }

    private static String race() throws Exception {
        Map<String, String> ticket = fixture.ticket();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> all = IntStream.range(0, 16)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                        try {
                            return fixture.redeem(ticket).status();
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    }, pool)).toList();
            long in = all.stream().filter(each -> each.join() == 200).count();
            long out = all.stream().filter(each -> each.join() == 403).count();
            return in + " x 200, " + out + " x 403";
        }
    }
}
