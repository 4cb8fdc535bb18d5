package io.github.devboxtunnels.service;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SnippetTest {

    private static final URI ADDRESS = URI.create("https://3000-key.tunnel.runloop.ai/a'b?x=1&y=$z");
    private static final Tunnel OPEN = Devboxes.tunnelOf("a", new TunnelSettings(AuthMode.OPEN, true, false),
            SimulatedTimeline.START);
    private static final Tunnel PRIVATE = withToken("tok_1");

    private static Tunnel withToken(String token) {
        return new Tunnel(Secret.of("key"), AuthMode.AUTHENTICATED, token == null ? null : Secret.of(token),
                SimulatedTimeline.START, true, false);
    }

    private static String text(Snippet snippet, Tunnel tunnel) {
        return snippet.text(ADDRESS, tunnel).reveal();
    }

    @Test
    void theHeaderLineIsWhatCurlTakes() {
        assertThat(text(Snippet.HEADER_LINE, PRIVATE)).isEqualTo("X-Runloop-Tunnel-Authorization: Bearer tok_1");
        assertThat(text(Snippet.TOKEN, PRIVATE)).isEqualTo("tok_1");
        assertThat(text(Snippet.ENV_LINE, PRIVATE)).isEqualTo("TUNNEL_TOKEN=tok_1");
    }

    @ParameterizedTest
    @EnumSource(Snippet.class)
    void theTokenIsWhereTheEntrySaysAndNowhereElse(Snippet snippet) {
        assertThat(text(snippet, PRIVATE).contains("tok_1")).isEqualTo(snippet.containsToken());
        if (!snippet.containsToken()) {
            assertThat(text(snippet, PRIVATE)).contains("TUNNEL_TOKEN", "X-Runloop-Tunnel-Authorization");
        }
    }

    @Test
    void anOpenTunnelNeedsNoHeader() {
        assertThat(Snippet.offered(OPEN)).containsExactly(Snippet.CURL, Snippet.PYTHON, Snippet.JAVASCRIPT_FETCH,
                Snippet.HTTPIE);
        for (Snippet snippet : Snippet.offered(OPEN)) {
            assertThat(text(snippet, OPEN)).doesNotContain("TUNNEL_TOKEN", "Authorization");
        }
        assertThatThrownBy(() -> text(Snippet.TOKEN, OPEN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutItsTokenAnAuthenticatedTunnelOffersNothing() {
        assertThat(Snippet.offered(withToken(null))).isEmpty();
    }

    @Test
    void curlGetsTheAddressAndTheHeaderWhole() throws Exception {
        assertThat(arguments(text(Snippet.CURL, PRIVATE))).containsExactly("curl", "-H",
                "X-Runloop-Tunnel-Authorization: Bearer from-env", ADDRESS.toString());
        assertThat(arguments(text(Snippet.CURL, OPEN))).containsExactly("curl", ADDRESS.toString());
        assertThat(arguments(text(Snippet.HTTPIE, PRIVATE))).containsExactly("http", ADDRESS.toString(),
                "X-Runloop-Tunnel-Authorization:Bearer from-env");
    }

    @Property(tries = 40)
    void anyTokenAndPathSurviveTheShell(@ForAll("printable") String token, @ForAll("printable") String path)
            throws Exception {
        URI address = AddressTemplate.parse("tunnel.runloop.ai").address(Secret.of("key"), 3000, "/" + path);
        Tunnel tunnel = withToken("t" + token);
        assertThat(arguments(Snippet.CURL_WITH_TOKEN.text(address, tunnel).reveal())).containsExactly("curl", "-H",
                "X-Runloop-Tunnel-Authorization: Bearer t" + token, address.toString());
        assertThat(output(Snippet.ENV_LINE.text(address, tunnel).reveal() + "\nprintf %s \"$TUNNEL_TOKEN\""))
                .isEqualTo("t" + token);
    }

    @Provide
    Arbitrary<String> printable() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20);
    }

    @Test
    void codeNamesTheAddressAsALiteral() {
        URI address = URI.create("https://3000-key.tunnel.runloop.ai/'ü");
        assertThat(Snippet.PYTHON.text(address, OPEN).reveal())
                .contains("urlopen(\"https://3000-key.tunnel.runloop.ai/'\\u00fc\")");
        assertThat(Snippet.JAVASCRIPT_FETCH.text(address, PRIVATE).reveal()).isEqualTo("""
                const response = await fetch("https://3000-key.tunnel.runloop.ai/'\\u00fc", {
                  headers: { "X-Runloop-Tunnel-Authorization": `Bearer ${process.env.TUNNEL_TOKEN}` },
                });
                console.log(response.status, await response.text());
                """);
    }

    @Test
    void pythonReadsTheTokenFromItsVariable() {
        assertThat(text(Snippet.PYTHON, PRIVATE)).isEqualTo("""
                import os
                import urllib.request

                request = urllib.request.Request(
                    "https://3000-key.tunnel.runloop.ai/a'b?x=1&y=$z",
                    headers={"X-Runloop-Tunnel-Authorization": "Bearer " + os.environ["TUNNEL_TOKEN"]},
                )
                with urllib.request.urlopen(request) as response:
                    print(response.status, response.read().decode())
                """);
    }

    @Test
    void theEnableRequestIsTheOneThatIsSent() throws Exception {
        String command = EnableRequestCurl.of(ApiOrigin.RUNLOOP, "dbx_1", new TunnelSettings(AuthMode.AUTHENTICATED,
                true, false));
        assertThat(arguments(command)).containsExactly("curl", "-X", "POST",
                "https://api.runloop.ai/v1/devboxes/dbx_1/enable_tunnel", "-H", "Authorization: Bearer key-from-env",
                "-H", "Content-Type: application/json", "-d",
                "{\"auth_mode\":\"authenticated\",\"http_keep_alive\":true,\"wake_on_http\":false}");
        assertThat(command).contains("$RUNLOOP_API_KEY");
    }

    /** The words a POSIX shell makes of a command. */
    private static List<String> arguments(String command) throws IOException, InterruptedException {
        String words = output("set -- " + command + "\nprintf '%s\\n' \"$@\"");
        return Arrays.asList(words.split("\n"));
    }

    private static String output(String script) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
        shell.environment().put("TUNNEL_TOKEN", "from-env");
        shell.environment().put("RUNLOOP_API_KEY", "key-from-env");
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
