package io.github.devboxtunnels.service;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;

/**
 * What can be copied of a port besides its address. Code carries the token as the environment variable
 * {@code TUNNEL_TOKEN} unless the entry says otherwise; an open tunnel needs no header and gets none.
 */
public enum Snippet {

    /** The token alone. */
    TOKEN(true),
    /** The header with the token, as {@code curl -H} takes it. */
    HEADER_LINE(true),
    /** A curl command that works as it is. */
    CURL_WITH_TOKEN(true),
    /** The line of a {@code .env} file that sets the variable of the others. */
    ENV_LINE(true),
    /** A curl command. */
    CURL(false),
    /** Python, with nothing but its own library. */
    PYTHON(false),
    /** JavaScript's {@code fetch}, as Node runs it. */
    JAVASCRIPT_FETCH(false),
    /** An HTTPie command. */
    HTTPIE(false);

    /** The environment variable that carries the token. */
    public static final String VARIABLE = "TUNNEL_TOKEN";

    private final boolean containsToken;

    Snippet(boolean containsToken) {
        this.containsToken = containsToken;
    }

    /** Whether the text holds the token itself, so that it must leave the clipboard again. */
    public boolean containsToken() {
        return containsToken;
    }

    /**
     * The entries that make sense: those with the token in it need one. An authenticated tunnel without a token has
     * none, for no call to it can succeed.
     */
    public static List<Snippet> offered(Tunnel tunnel) {
        if (tunnel.authMode().authenticated()) {
            return tunnel.token() == null ? List.of() : List.of(values());
        }
        return Stream.of(values()).filter(snippet -> !snippet.containsToken).toList();
    }

    /**
     * The text to copy. It is a secret even without the token, for the address is one.
     *
     * @param address of a port of this tunnel
     * @throws IllegalArgumentException when it is not {@link #offered offered} for this tunnel
     */
    public Secret text(URI address, Tunnel tunnel) {
        if (!offered(tunnel).contains(this)) {
            throw new IllegalArgumentException(name() + " needs a token");
        }
        Secret token = tunnel.token();
        boolean header = tunnel.authMode().authenticated();
        String bearer = token == null ? "" : token.reveal();
        return Secret.of(switch (this) {
            case TOKEN -> bearer;
            case HEADER_LINE -> headerLine(bearer);
            case CURL_WITH_TOKEN -> "curl -H " + ShellQuote.quote(headerLine(bearer)) + " " + shell(address);
            case ENV_LINE -> VARIABLE + "=" + envValue(bearer);
            case CURL -> "curl " + (header ? "-H \"" + headerLine("$" + VARIABLE) + "\" " : "") + shell(address);
            case PYTHON -> python(address, header);
            case JAVASCRIPT_FETCH -> javascript(address, header);
            case HTTPIE -> "http " + shell(address)
                    + (header ? " \"" + Tunnel.TOKEN_HEADER + ":Bearer $" + VARIABLE + "\"" : "");
        });
    }

    private static String headerLine(String token) {
        return Tunnel.TOKEN_HEADER + ": Bearer " + token;
    }

    private static String shell(URI address) {
        return ShellQuote.quote(address.toString());
    }

    private static String python(URI address, boolean header) {
        if (!header) {
            return """
                    import urllib.request

                    with urllib.request.urlopen(%s) as response:
                        print(response.status, response.read().decode())
                    """.formatted(literal(address));
        }
        return """
                import os
                import urllib.request

                request = urllib.request.Request(
                    %s,
                    headers={"%s": "Bearer " + os.environ["%s"]},
                )
                with urllib.request.urlopen(request) as response:
                    print(response.status, response.read().decode())
                """.formatted(literal(address), Tunnel.TOKEN_HEADER, VARIABLE);
    }

    private static String javascript(URI address, boolean header) {
        String options = header ? """
                , {
                  headers: { "%s": `Bearer ${process.env.%s}` },
                }""".formatted(Tunnel.TOKEN_HEADER, VARIABLE) : "";
        return """
                const response = await fetch(%s%s);
                console.log(response.status, await response.text());
                """.formatted(literal(address), options);
    }

    /** A string literal that Python and JavaScript read alike. */
    private static String literal(URI address) {
        StringBuilder out = new StringBuilder("\"");
        address.toString().chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20 || c > 0x7e) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }

    /** A value that dotenv readers and shells read alike, as far as they agree at all. */
    private static String envValue(String value) {
        return value.indexOf('\'') == -1
                ? ShellQuote.quote(value)
                : "\"" + value.replaceAll("([\\\\\"$`])", "\\\\$1") + "\"";
    }
}
