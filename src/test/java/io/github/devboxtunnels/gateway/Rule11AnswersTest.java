package io.github.devboxtunnels.gateway;

import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 11: answers of every kind pass unharmed. */
class Rule11AnswersTest {

    private final GatewayFixture fixture = new GatewayFixture();
    private String cookie;

    @BeforeEach
    void letIn() throws Exception {
        cookie = fixture.letIn();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content|", "204 No Content|X-A: b", "304 Not Modified|ETag: \"1\"",
            "304 Not Modified|Content-Length: 500"})
    void answersWithoutABodyKeepTheConnectionInStep(String answer) throws Exception {
        String[] parts = answer.split("\\|", -1);
        fixture.upstream.answer(got -> "HTTP/1.1 " + parts[0] + "\r\n"
                + (parts[1].isEmpty() ? "" : parts[1] + "\r\n") + "\r\n");
        try (RawClient client = fixture.connect()) {
            RawClient.Answer first = client.send(fixture.request("GET", "/", "Cookie: " + cookie)).read();
            fixture.upstream.answer(got -> CountingUpstream.ok("next"));
            RawClient.Answer second = client.send(fixture.request("GET", "/", "Cookie: " + cookie)).read();

            assertThat(first.head()).startsWith("HTTP/1.1 " + parts[0]).containsIgnoringCase(parts[1])
                    .doesNotContainIgnoringCase("transfer-encoding");
            assertThat(second.text()).isEqualTo("next");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1234", "Transfer-Encoding: chunked", "X-Nothing: said"})
    void headSaysWhatGetWouldAndSendsNoBody(String framing) throws Exception {
        fixture.upstream.answer(got -> "HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n");
        try (RawClient client = fixture.connect()) {
            RawClient.Answer first = client.send(fixture.request("HEAD", "/", "Cookie: " + cookie)).read(true);
            fixture.upstream.answer(got -> CountingUpstream.ok("next"));

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.one("content-length")).isEqualTo(framing.contains("1234") ? "1234" : null);
            assertThat(client.send(fixture.request("GET", "/", "Cookie: " + cookie)).read().text())
                    .isEqualTo("next");
        }
    }

    @Test
    void rangesPass() throws Exception {
        fixture.upstream.answer(got -> "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 2-4/10\r\n"
                + "Content-Length: 3\r\n\r\n" + got.one("range").substring(6));
        RawClient.Answer answer = fixture.get("/", cookie, "Range: bytes=2-4");

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.one("content-range")).isEqualTo("bytes 2-4/10");
        assertThat(answer.text()).isEqualTo("2-4");
    }

    @Test
    void trailersPass() throws Exception {
        fixture.upstream.answer(got -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
                + "2\r\nok\r\n0\r\nX-Sum: 42\r\n\r\n");
        try (RawClient client = fixture.connect()) {
            client.send(fixture.request("GET", "/", "Cookie: " + cookie, "Connection: close"));
            assertThat(client.rest()).containsIgnoringCase("0\r\nx-sum: 42\r\n\r\n");
        }
    }

    @Test
    void anAnswerThatEndsWithTheConnectionIsWhole() throws Exception {
        fixture.upstream.answerRaw((got, in, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\nuntil the end".getBytes());
            out.flush();
            return false;
        });
        assertThat(fixture.get("/", cookie).text()).isEqualTo("until the end");
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForAWholeOne() throws Exception {
        fixture.upstream.answerRaw((got, in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n".getBytes());
            out.flush();
            return false;
        });
        try (RawClient client = fixture.connect()) {
            client.send(fixture.request("GET", "/", "Cookie: " + cookie));
            assertThat(client.rest()).contains("hello").doesNotContain("0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cache-Control: public, max-age=31536000000", "Cache-Control: max-age=abc",
            "Cache-Control: public\r\nDate: soon\r\nExpires: 0", "Date: yesterday", "Warning: 199 - \"x\" \"never\"",
            "Expires: -1", "Content-Type: nonsense", "Set-Cookie: ", "Location: http://[bad", "Link: <"})
    void headersThatCannotBeReadDoNoHarm(String header) throws Exception {
        fixture.upstream.answer(got -> "HTTP/1.1 200 OK\r\n" + header + "\r\nContent-Length: 2\r\n\r\nok");
        RawClient.Answer answer = fixture.get("/", cookie);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("ok");
        if (header.startsWith("Cache-Control")) {
            assertThat(answer.head()).containsIgnoringCase(header.substring(0, header.indexOf('\r') < 0
                    ? header.length()
                    : header.indexOf('\r')));
        }
    }

    @Test
    void headersUpTo64KibPassBothWays() throws Exception {
        String sixty = "a".repeat(60 * 1024);
        fixture.upstream.answer(got -> "HTTP/1.1 200 OK\r\nX-Back: " + got.one("x-long")
                + "\r\nContent-Length: 0\r\n\r\n");

        assertThat(fixture.get("/", cookie, "X-Long: " + sixty).one("x-back")).isEqualTo(sixty);
        assertThat(fixture.get("/" + sixty, cookie, "X-Long: 1").status()).isEqualTo(200);
    }

    @Test
    void eventsComeOneByOneWithoutWaiting() throws Exception {
        var go = new java.util.concurrent.Semaphore(0);
        fixture.upstream.answerRaw((got, in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n".getBytes());
            for (int i = 0; i < 3; i++) {
                out.write(("data: " + i + "\n\n").getBytes());
                out.flush();
                go.acquireUninterruptibly();
            }
            return false;
        });
        try (RawClient client = fixture.connect()) {
            client.send(fixture.request("GET", "/events", "Cookie: " + cookie));
            CountingUpstream.head(client.in());
            for (int i = 0; i < 3; i++) {
                StringBuilder seen = new StringBuilder();
                while (!seen.toString().contains("data: " + i + "\n\n")) {
                    seen.append((char) client.in().read());
                }
                go.release();
            }
        }
        Awaitility.await().until(() -> fixture.gateway.activity().streams() == 0);
    }

    @Test
    void aBrowserThatGoesAwayEndsTheRequestAtTheService() throws Exception {
        fixture.upstream.answerRaw((got, in, out) -> in.read() >= 0);
        try (RawClient client = fixture.connect()) {
            client.send(fixture.request("GET", "/slow", "Cookie: " + cookie));
            Awaitility.await().until(() -> fixture.upstream.requests().size() == 1);
        }
        Awaitility.await().until(() -> fixture.upstream.connections() == 0);
    }

    @Test
    void twoHundredAndFiftySixRequestsAreServedAtOnce() throws Exception {
        var all = new java.util.concurrent.CyclicBarrier(256);
        fixture.upstream.answerRaw((got, in, out) -> {
            try {
                all.await(60, java.util.concurrent.TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new java.io.IOException(e);
            }
            out.write(CountingUpstream.ok("all").getBytes());
            out.flush();
            return true;
        });
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            clients.add(fixture.connect().send(fixture.request("GET", "/", "Cookie: " + cookie)));
        }
        for (RawClient client : clients) {
            assertThat(client.read().text()).isEqualTo("all");
            client.close();
        }
    }
}
