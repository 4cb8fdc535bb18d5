package io.github.devboxtunnels.gateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 10: the service is called as at its public address, and what names that address comes back as ours. */
class Rule10AtItsPublicAddressTest {

    private final GatewayFixture fixture = new GatewayFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void hostOriginAndRefererBecomeTheTunnels() throws Exception {
        fixture.get("/", fixture.letIn(), "Origin: " + fixture.origin(), "Referer: " + fixture.origin() + "/a?b");

        assertThat(fixture.upstream.last().one("host")).isEqualTo(fixture.there());
        assertThat(fixture.upstream.last().one("origin")).isEqualTo("http://" + fixture.there());
        assertThat(fixture.upstream.last().one("referer")).isEqualTo("http://" + fixture.there() + "/a?b");
    }

    @Test
    void aForeignRefererStays() throws Exception {
        fixture.get("/", fixture.letIn(), "Referer: https://docs.example.com/");

        assertThat(fixture.upstream.last().one("referer")).isEqualTo("https://docs.example.com/");
    }

    @ParameterizedTest
    @CsvSource({"Location, THERE/x?y#z, HERE/x?y#z", "Location, /relative, /relative", "Location, //HOST/x, HERE/x",
            "Location, https:EQUAL, https:EQUAL", "Content-Location, THERE/a, HERE/a",
            "Refresh, 5; url=THERE/next, 5; url=HERE/next", "Refresh, 5, 5",
            "Link, <THERE/a>; rel=next; title=x, <HERE/a>; rel=next; title=x",
            "Link, <https://cdn.example.com/a>; rel=preload, <https://cdn.example.com/a>; rel=preload",
            "Access-Control-Allow-Origin, THERE, HERE", "Access-Control-Allow-Origin, *, *",
            "Access-Control-Allow-Origin, https://example.com, https://example.com"})
    void whatNamesThisTunnelAndPortBecomesOurs(String header, String there, String here) throws Exception {
        fixture.upstream.answer(got -> "HTTP/1.1 201 Created\r\n" + header + ": " + filled(there)
                + "\r\nContent-Length: 0\r\n\r\n");

        assertThat(fixture.get("/", fixture.letIn()).one(header)).isEqualTo(filled(here));
    }

    @Test
    void alternativesAndStrictTransportAreDropped() throws Exception {
        fixture.upstream.answer(got -> "HTTP/1.1 200 OK\r\nAlt-Svc: h3=\":443\"\r\nStrict-Transport-Security:"
                + " max-age=1\r\nX-Kept: 1\r\nContent-Length: 0\r\n\r\n");
        RawClient.Answer answer = fixture.get("/", fixture.letIn());

        assertThat(answer.all("alt-svc")).isEmpty();
        assertThat(answer.all("strict-transport-security")).isEmpty();
        assertThat(answer.one("x-kept")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a=1; Domain=tunnel.localhost; Secure | a=1; Secure",
            "__Host-a=1; Secure; Path=/; SameSite=None | __Host-a=1; Secure; Path=/; SameSite=None",
            "a=1;domain = .x ;HttpOnly | a=1;HttpOnly", "a=\"domain=1\" | a=\"domain=1\"",
            "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT | a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT"})
    void cookiesLoseTheirDomainAndNothingElse(String there, String here) throws Exception {
        fixture.upstream.answer(got -> "HTTP/1.1 200 OK\r\nSet-Cookie: " + there + "\r\nSet-Cookie: z=2\r\n"
                + "Content-Length: 0\r\n\r\n");

        assertThat(fixture.get("/", fixture.letIn()).all("set-cookie")).containsExactly(here, "z=2");
    }

    private String filled(String text) {
        return text.replace("THERE", "http://" + fixture.there()).replace("HERE", fixture.origin())
                .replace("HOST", fixture.there()).replace("EQUAL", "//example.com/");
    }
}
