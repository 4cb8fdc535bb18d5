package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** Turns a page into HTML, under a policy that allows nothing but its own style and script. */
final class PageWriter {

    private static final String TEMPLATE = template();

    /** HTML and the policy it is good under. */
    record Written(String html, String policy) {
    }

    private PageWriter() {
    }

    /** Answers with a page. */
    static void send(HttpServerRequest request, Page page) {
        Written written = write(page, "'self'", false);
        HttpServerResponse response = request.response().setStatusCode(page.status());
        guard(response).putHeader("content-type", "text/html; charset=utf-8")
                .putHeader("content-security-policy", written.policy());
        if (page.action() instanceof Page.Action.Send) {
            // Under no-referrer a browser says "Origin: null" even in a form to this very origin.
            response.putHeader("referrer-policy", "same-origin");
        }
        if (page.status() == 503) {
            response.putHeader("retry-after", Sleep.RETRY_AFTER);
        }
        end(request, written.html());
    }

    /** Answers with one line for programs. */
    static void send(HttpServerRequest request, int status, String line) {
        HttpServerResponse response = request.response().setStatusCode(status);
        guard(response).putHeader("content-type", "text/plain; charset=utf-8");
        if (status == 503) {
            response.putHeader("retry-after", Sleep.RETRY_AFTER);
        }
        end(request, line + "\n");
    }

    /** No answer of ours is kept, framed, sniffed or named to another site. */
    static HttpServerResponse guard(HttpServerResponse response) {
        return response.putHeader("cache-control", "no-store").putHeader("referrer-policy", "no-referrer")
                .putHeader("x-content-type-options", "nosniff").putHeader("x-frame-options", "DENY")
                .putHeader("cross-origin-resource-policy", "same-origin");
    }

    private static void end(HttpServerRequest request, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("content-length", Integer.toString(bytes.length));
            var _ = response.end();
        } else {
            var _ = response.end(Buffer.buffer(bytes));
        }
    }

    /**
     * Writes a page.
     *
     * @param formTarget where its forms may go, in words of a content security policy
     * @param file whether it is opened from a file, where the policy has to be in the page itself
     */
    static Written write(Page page, String formTarget, boolean file) {
        String nonce = RandomSecret.next();
        String policy = "default-src 'none'; style-src 'nonce-" + nonce + "'; script-src 'nonce-" + nonce
                + "'; form-action " + formTarget + "; base-uri 'none'";
        StringBuilder head = new StringBuilder();
        if (file) {
            head.append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(escaped(policy))
                    .append("\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        }
        if (page.reload() > 0) {
            head.append("<meta http-equiv=\"refresh\" content=\"").append(page.reload()).append("\">\n");
        }
        String html = filled(Map.of("head", head.toString(), "title", escaped(page.title()), "nonce", nonce, "brand",
                escaped(PageTexts.get("gateway.brand")), "body", body(page), "script", script(page, nonce)));
        return new Written(html, file ? policy : policy + "; frame-ancestors 'none'");
    }

    private static String body(Page page) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < page.paragraphs().size(); i++) {
            out.append(i == 0 ? "<p>" : "<p class=\"soft\">").append(escaped(page.paragraphs().get(i)))
                    .append("</p>\n");
        }
        String number = page.number();
        if (number != null) {
            out.append("<p class=\"number\">").append(escaped(number)).append("</p>\n");
        }
        return out.append(action(page.action())).toString();
    }

    private static String action(Page.@Nullable Action action) {
        return switch (action) {
            case null -> "";
            case Page.Action.Follow follow -> "<a class=\"action\" href=\"" + escaped(follow.address()) + "\">"
                    + escaped(follow.label()) + "</a>\n";
            case Page.Action.Send send -> {
                StringBuilder form = new StringBuilder("<form method=\"post\" action=\"")
                        .append(escaped(send.address())).append("\">");
                send.fields().forEach((name, value) -> form.append("<input type=\"hidden\" name=\"")
                        .append(escaped(name)).append("\" value=\"").append(escaped(value)).append("\">"));
                yield form.append("<button class=\"action\">").append(escaped(send.label()))
                        .append("</button></form>\n").toString();
            }
        };
    }

    private static String script(Page page, String nonce) {
        String goOn = page.goOn();
        String code = goOn != null
                ? "location.replace(" + quoted(goOn) + ")"
                : page.submit() ? "document.forms[0].submit()" : "";
        return code.isEmpty() ? "" : "<script nonce=\"" + nonce + "\">" + code + "</script>\n";
    }

    /** A string of JavaScript that cannot end the script it stands in. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> out.append(c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/:".indexOf(c) >= 0)
                ? Character.toString(c)
                : String.format(Locale.ROOT, "\\u%04x", c)));
        return out.append('"').toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String filled(Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = TEMPLATE.indexOf("{{"); open >= 0; open = TEMPLATE.indexOf("{{", at)) {
            int close = TEMPLATE.indexOf("}}", open);
            out.append(TEMPLATE, at, open).append(values.get(TEMPLATE.substring(open + 2, close)));
            at = close + 2;
        }
        return out.append(TEMPLATE, at, TEMPLATE.length()).toString();
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(PageWriter.class.getResourceAsStream("page.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
