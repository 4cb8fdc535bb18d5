package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.time.SystemTimeline;
import io.github.devboxtunnels.time.Timeline;

/** A gateway to port 3000 of the devbox {@code web}, with a counting upstream behind it and an API that a test plays. */
final class GatewayFixture implements AutoCloseable {

    static final Secret INSTALLATION = Secret.of("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
    private static final Pattern FIELD = Pattern.compile("name=\"([a-z]+)\" value=\"([^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");

    final Timeline timeline;
    final CountingUpstream upstream = new CountingUpstream();
    final Path folder = folder();
    final Map<String, Integer> numbers = new HashMap<>();
    final List<GatewayState> states = new CopyOnWriteArrayList<>();
    final List<BrowserQuestion> questions = new CopyOnWriteArrayList<>();
    final List<BrowserQuestion> closed = new CopyOnWriteArrayList<>();
    final AtomicInteger replaced = new AtomicInteger();
    final AtomicInteger reads = new AtomicInteger();
    final AtomicInteger activity = new AtomicInteger();
    final Gateways gateways;
    final RunningGateway gateway;
    volatile Devbox devbox;
    volatile boolean apiDown;

    GatewayFixture() {
        this(new SystemTimeline());
    }

    GatewayFixture(Timeline timeline) {
        this(timeline, web(true));
    }

    GatewayFixture(Timeline timeline, Devbox devbox) {
        this(timeline, devbox, Gateways::of);
    }

    GatewayFixture(Timeline timeline, Devbox devbox, Function<GatewayOptions, Gateways> maker) {
        this.timeline = timeline;
        this.devbox = devbox;
        gateways = maker.apply(new GatewayOptions(timeline, folder, INSTALLATION, new Numbers(), this::read, null));
        gateway = start(devbox, 3000);
    }

    static Devbox web(boolean wakes) {
        return Devboxes.running("web").tunnel(new TunnelSettings(AuthMode.AUTHENTICATED, true, wakes)).build();
    }

    RunningGateway start(Devbox other, int port) {
        try {
            return gateways.start(new GatewayTarget(other, port, addresses()), new Listener());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AddressTemplate addresses() {
        return new AddressTemplate("http", "tunnel.localhost:" + upstream.port());
    }

    private CompletionStage<Devbox> read(String id) {
        reads.incrementAndGet();
        return apiDown
                ? CompletableFuture.failedFuture(new IOException("down"))
                : CompletableFuture.completedFuture(devbox);
    }

    /** What the API says from now on, told to the gateway at once as the watcher would. */
    void becomes(DevboxStatus.Kind kind) {
        becomes(Devboxes.from(devbox).kind(kind).build());
    }

    void becomes(Devbox other) {
        devbox = other;
        gateway.update(other);
    }

    /** Another tunnel with another key and token. */
    Tunnel otherTunnel() {
        return Devboxes.tunnelOf("another", devbox.tunnel().settings(), devbox.createdAt());
    }

    String host() {
        return gateway.origin().getRawAuthority();
    }

    String origin() {
        return "http://" + host();
    }

    int number() {
        return gateway.origin().getPort();
    }

    /** The tunnel's own host name and port. */
    String there() {
        return there(devbox.tunnel());
    }

    String there(Tunnel tunnel) {
        return "3000-" + tunnel.key().reveal() + ".tunnel.localhost:" + upstream.port();
    }

    String bearer() {
        return "Bearer " + devbox.tunnel().token().reveal();
    }

    RawClient connect() throws IOException {
        return RawClient.connect(number());
    }

    /** Sends one request with the lines given, Host included, and reads the answer. */
    RawClient.Answer exchange(String method, String target, String... lines) throws IOException {
        try (RawClient client = connect()) {
            return client.send(request(method, target, lines)).read(method.equals("HEAD"));
        }
    }

    String request(String method, String target, String... lines) {
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        boolean named = false;
        for (String line : lines) {
            named |= line.startsWith("Host:");
        }
        if (!named) {
            text.append("Host: ").append(host()).append("\r\n");
        }
        for (String line : lines) {
            text.append(line).append("\r\n");
        }
        return text.append("\r\n").toString();
    }

    /** A GET with the cookie. */
    RawClient.Answer get(String target, String cookie, String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of("Cookie: " + cookie));
        all.addAll(List.of(lines));
        return exchange("GET", target, all.toArray(String[]::new));
    }

    /** What a browser sends when a person goes to a page. */
    static String[] navigation(String... more) {
        List<String> lines = new ArrayList<>(List.of("Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: document", "Accept: text/html"));
        lines.addAll(List.of(more));
        return lines.toArray(String[]::new);
    }

    /** The form in a page or a ticket file. */
    static Map<String, String> fields(String html) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(html);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2).replace("&amp;", "&"));
        }
        return fields;
    }

    static URI action(String html) {
        Matcher matcher = ACTION.matcher(html);
        if (!matcher.find()) {
            throw new AssertionError("no form in " + html);
        }
        return URI.create(matcher.group(1));
    }

    /** A POST of a form, as from a file. */
    RawClient.Answer post(String path, Map<String, String> fields, String... lines) throws IOException {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        List<String> all = new ArrayList<>(List.of("Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length()));
        all.addAll(List.of(lines));
        try (RawClient client = connect()) {
            return client.send(request("POST", path, all.toArray(String[]::new)) + body).read();
        }
    }

    /** How a browser redeems the ticket of a file. */
    RawClient.Answer redeem(Map<String, String> fields) throws IOException {
        return post(Pages.ENTER, fields, "Origin: null", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: document");
    }

    /** The form of a new ticket. */
    Map<String, String> ticket() throws IOException {
        return fields(Files.readString(gateway.ticketFile("/")));
    }

    /** Lets a browser in as Open does; gives its cookie, name and value. */
    String letIn() throws IOException {
        return cookie(redeem(ticket()));
    }

    static String cookie(RawClient.Answer answer) {
        return answer.all("set-cookie").stream().filter(each -> each.startsWith(AccessCookies.NAME)).findFirst()
                .map(each -> each.substring(0, each.indexOf(';'))).orElseThrow(() -> new AssertionError(answer.text()));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("gateway").resolve("tickets");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        gateways.close();
        upstream.close();
    }

    private final class Numbers implements PortNumbers {
        @Override
        public OptionalInt last(String hostName) {
            Integer number = numbers.get(hostName);
            return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        }

        @Override
        public void remember(String hostName, int port) {
            numbers.put(hostName, port);
        }
    }

    private final class Listener implements GatewayListener {
        @Override
        public void stateChanged(RunningGateway changed, GatewayState state) {
            states.add(state);
        }

        @Override
        public void tunnelReplaced(RunningGateway changed) {
            replaced.incrementAndGet();
        }

        @Override
        public void activityChanged(RunningGateway changed) {
            activity.incrementAndGet();
        }

        @Override
        public void browserAsks(RunningGateway asked, BrowserQuestion question) {
            questions.add(question);
        }

        @Override
        public void questionClosed(RunningGateway asked, BrowserQuestion question) {
            closed.add(question);
        }
    }
}
