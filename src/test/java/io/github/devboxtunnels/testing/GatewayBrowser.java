package io.github.devboxtunnels.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * A browser, as far as a gateway can tell: says of its requests what Chromium says, keeps cookies, and does what the
 * pages of a gateway do by themselves. A new one has not been let in anywhere.
 */
public final class GatewayBrowser implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;
    private static final Pattern FIELD = Pattern.compile("name=\"([a-z]+)\" value=\"([^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");
    private static final Pattern GOES_ON = Pattern.compile("location\\.replace\\(\"([^\"]*)\"\\)");
    private static final Pattern TITLE = Pattern.compile("<h1>([^<]*)</h1>");

    /** A page, or any other answer. */
    public record Answer(URI at, int status, MultiMap headers, String text) {

        /** The heading of the page. */
        public String title() {
            Matcher matcher = TITLE.matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("no heading in " + status + " " + headers + text);
            }
            return matcher.group(1);
        }
    }

    private record Cookie(String value, String path) {
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true));
    private final HttpClient http = vertx.createHttpClient();
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    /** Opens a file that lets it in, as when it is started with it, and goes on to the page behind. */
    public Answer open(Path file) throws IOException, TimeoutException {
        String html = Files.readString(file);
        Answer entered = post(URI.create(found(ACTION, html)), html, "null", "cross-site");
        return follow(entered);
    }

    /** Goes to an address that a person typed. */
    public Answer go(URI address) throws TimeoutException {
        return send(HttpMethod.GET, address, navigation("none"), "");
    }

    /** Presses the button of a gateway's page, and goes on to where the answer leads. */
    public Answer press(Answer page) throws TimeoutException {
        URI target = page.at().resolve(found(ACTION, page.text()));
        String origin = "http://" + page.at().getRawAuthority();
        return follow(post(target, page.text(), origin, "same-origin"));
    }

    /** Loads a page again, as it does by itself while it waits, and goes on to where the answer leads. */
    public Answer reload(Answer page) throws TimeoutException {
        return follow(send(HttpMethod.GET, page.at(), navigation("same-origin"), ""));
    }

    /** Sends a request as a program does: without cookies and without anything that browsers add. */
    public Answer asProgram(URI address) throws TimeoutException {
        return exchange(HttpMethod.GET, address, MultiMap.caseInsensitiveMultiMap(), "");
    }

    private Answer follow(Answer answer) throws TimeoutException {
        if (answer.status() == 303) {
            return send(HttpMethod.GET, URI.create(answer.headers().get("location")), navigation("same-origin"), "");
        }
        Matcher on = GOES_ON.matcher(answer.text());
        return on.find()
                ? send(HttpMethod.GET, URI.create(on.group(1)), navigation("same-origin"), "")
                : answer;
    }

    private Answer post(URI address, String html, String origin, String site) throws TimeoutException {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(html);
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        String body = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpMethod.POST, address, navigation(site).add("origin", origin).add("content-type",
                "application/x-www-form-urlencoded"), body);
    }

    private Answer send(HttpMethod method, URI address, MultiMap headers, String body) throws TimeoutException {
        String path = address.getRawPath();
        String sent = cookies.entrySet().stream().filter(each -> path.startsWith(each.getValue().path()))
                .map(each -> each.getKey() + "=" + each.getValue().value()).collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            headers.add("cookie", sent);
        }
        Answer answer = exchange(method, address, headers, body);
        answer.headers().getAll("set-cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String line) {
        String[] parts = line.split("; *");
        int equals = parts[0].indexOf('=');
        String name = parts[0].substring(0, equals);
        String path = "/";
        boolean gone = false;
        for (String part : parts) {
            path = part.startsWith("Path=") ? part.substring(5) : path;
            gone |= part.equals("Max-Age=0");
        }
        if (gone) {
            cookies.remove(name);
        } else {
            cookies.put(name, new Cookie(parts[0].substring(equals + 1), path));
        }
    }

    /** The name may not resolve, so the connection goes to loopback, as that of browsers does. */
    private Answer exchange(HttpMethod method, URI address, MultiMap headers, String body) throws TimeoutException {
        String path = address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
        RequestOptions options = new RequestOptions().setMethod(method).setURI(path).setHeaders(headers)
                .setServer(SocketAddress.inetSocketAddress(address.getPort(), "127.0.0.1"))
                .setHost(address.getHost()).setPort(address.getPort());
        Promise<Answer> answer = Promise.promise();
        // All of it on the event loop: asked for from here, the body could have gone by.
        vertx.runOnContext(turn -> http.request(options).compose(request -> request.send(Buffer.buffer(body)))
                .compose(response -> response.body().map(
                        bytes -> new Answer(address, response.statusCode(), response.headers(), bytes.toString())))
                .onComplete(answer));
        return answer.future().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static MultiMap navigation(String site) {
        return MultiMap.caseInsensitiveMultiMap().add("accept", "text/html").add("sec-fetch-site", site)
                .add("sec-fetch-mode", "navigate").add("sec-fetch-dest", "document");
    }

    private static String found(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + html);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
