package io.github.devboxtunnels.gateway;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 4: the ticket becomes a cookie by way of a small page. */
class Rule04CookieTest {

    private final GatewayFixture fixture = new GatewayFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theAnswerIsASmallPageThatSetsTheCookieAndGoesOn() throws Exception {
        RawClient.Answer answer = fixture.redeem(fixture.ticket());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.one("set-cookie"))
                .matches(AccessCookies.NAME + "=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
        assertThat(answer.one("cache-control")).isEqualTo("no-store");
        assertThat(answer.one("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.one("content-security-policy")).contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.text()).contains("location.replace(\"" + fixture.origin() + "/\")");
        assertThat(fixture.upstream.requests()).isEmpty();
    }

    @Test
    void thePathCannotLeadElsewhere() throws Exception {
        var fields = fixture.ticket();
        fields.put("path", "//evil.test/</script>");

        assertThat(fixture.redeem(fields).text())
                .contains("location.replace(\"" + fixture.origin() + "//evil.test/\\u003c/script\\u003e\")");
        fields = fixture.ticket();
        fields.put("path", "https://evil.test/");
        assertThat(fixture.redeem(fields).text()).contains("location.replace(\"" + fixture.origin() + "/\")");
    }

    @Test
    void severalBrowsersEachHaveTheirOwn() throws Exception {
        String one = fixture.letIn();
        String two = fixture.letIn();

        assertThat(one).isNotEqualTo(two);
        assertThat(fixture.get("/", one).status()).isEqualTo(200);
        assertThat(fixture.get("/", two).status()).isEqualTo(200);
    }

    @Test
    void aPageCannotLockItsOwnBrowserOutWithACookieOfTheName() throws Exception {
        String good = fixture.letIn();

        assertThat(fixture.get("/", AccessCookies.NAME + "=theirs; " + good).status()).isEqualTo(200);
    }

    @Test
    void itNeverGoesToTheService() throws Exception {
        fixture.get("/", "a=1; " + fixture.letIn() + "; b=\"2;3\"");

        assertThat(fixture.upstream.last().one("cookie")).isEqualTo("a=1; b=\"2; 3\"");
        fixture.get("/", fixture.letIn());
        assertThat(fixture.upstream.last().one("cookie")).isNull();
    }

    @Test
    void otherCookiesStayByteForByteWhereOursIsNotAmongThem() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("cookie", "a=1;b=2;;c");
        AccessCookies.strip(headers);

        assertThat(headers.get("cookie")).isEqualTo("a=1;b=2;;c");
    }
}
