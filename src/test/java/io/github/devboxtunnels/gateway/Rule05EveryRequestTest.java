package io.github.devboxtunnels.gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 5: what is checked of every request before anything else; the refusals by name are in {@link AttacksTest}. */
class Rule05EveryRequestTest {

    private static GatewayFixture fixture;
    private static String cookie;

    @BeforeAll
    static void open() throws Exception {
        fixture = new GatewayFixture();
        cookie = fixture.letIn();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({"GET, , , , 200", "POST, , , , 200", "GET, same-origin, cors, empty, 200",
            "POST, same-origin, cors, empty, 200", "GET, none, navigate, document, 200",
            "GET, cross-site, navigate, document, 200", "GET, same-site, navigate, document, 200",
            "POST, cross-site, navigate, document, 403", "HEAD, cross-site, navigate, document, 403",
            "GET, cross-site, navigate, iframe, 403", "GET, cross-site, navigate, frame, 403",
            "GET, cross-site, no-cors, image, 403", "GET, cross-site, cors, empty, 403",
            "GET, same-site, cors, empty, 403", "GET, cross-site, websocket, empty, 403", "GET, bogus, , , 403"})
    void fetchMetadata(String method, String site, String mode, String dest, int status) throws Exception {
        String lines = "Cookie: " + cookie + (site == null ? "" : "\nSec-Fetch-Site: " + site)
                + (mode == null ? "" : "\nSec-Fetch-Mode: " + mode) + (dest == null ? "" : "\nSec-Fetch-Dest: " + dest)
                + (method.equals("POST") ? "\nContent-Length: 0" : "");

        assertThat(fixture.exchange(method, "/", lines.split("\n")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"SAME, 200", "null, 403", "http://evil.test, 403", "HTTP, 403", "TLS, 403", "SLASH, 403"})
    void origin(String origin, int status) throws Exception {
        String value = switch (origin) {
            case "SAME" -> fixture.origin();
            case "HTTP" -> fixture.origin().toUpperCase();
            case "TLS" -> fixture.origin().replace("http:", "https:");
            case "SLASH" -> fixture.origin() + "/";
            default -> origin;
        };

        assertThat(fixture.get("/", cookie, "Origin: " + value).status()).isEqualTo(status);
    }
}
