package io.github.devboxtunnels.app;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitUntilState;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.sandbox.Ledger;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.service.GatewayOpening;
import io.github.devboxtunnels.service.GatewayQuestion;
import io.github.devboxtunnels.service.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An authenticated port of the sandbox in Debian's Chromium, through the gateway, as the application opens it. */
class GatewayBrowserIT {

    /** The query that tells a request which must not pass from those of the page itself. */
    private static final String STRANGER = "?stranger";

    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    Path folder;
    private GatewaySession opened;
    private Sandbox sandbox;
    private Session session;
    private String devbox;
    private BrowserContext profile;

    @BeforeAll
    static void startBrowser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--host-resolver-rules=MAP evil.test 127.0.0.1")));
    }

    @AfterAll
    static void stopBrowser() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void start() throws Exception {
        opened = new GatewaySession(folder);
        session = opened.session;
        sandbox = opened.sandbox;
        devbox = opened.devbox;
        profile = browser.newContext();
    }

    @AfterEach
    void stop() {
        profile.close();
        opened.close();
        if (Files.exists(opened.pages)) {
            assertThat(opened.pages).isEmptyDirectory();
        }
    }

    /** Opens the port as a click on Open does: at the ticket file. */
    private Page open(BrowserContext in) throws InterruptedException {
        Page page = in.newPage();
        GatewayOpening.Ready ready = opened.open();
        page.navigate(ready.page().toUri().toString());
        page.waitForURL(ready.address().toString());
        assertThat(page.locator("h1")).hasText("echo-service");
        return page;
    }

    private URI address() throws InterruptedException {
        return opened.address();
    }

    private List<Ledger.Visit> visits() {
        return opened.visits();
    }

    /**
     * What reached the service of requests that carry {@link #STRANGER}. While a page is open its own (its icon, its
     * socket) arrive whenever the browser likes, so that counting before and after says nothing about who asked.
     */
    private List<Ledger.Visit> strangersVisits() {
        return visits().stream().filter(visit -> visit.path().contains(STRANGER)).toList();
    }

    /** The pages that were let in are closed, and with them what they asked for. */
    private void untilNobodyAsks() {
        Duration patience = Duration.ofSeconds(20);
        await().atMost(patience).until(() -> session.gateways().running().stream().noneMatch(status -> status.open()));
        // A request that is under way, as for an icon, counts as nothing open.
        AtomicInteger known = new AtomicInteger(-1);
        await().during(Duration.ofMillis(500)).atMost(patience).until(() -> {
            int now = visits().size();
            return known.getAndSet(now) == now;
        });
    }

    /** What a frame shows; while the browser puts something else there it cannot be read. */
    private static String content(Frame frame) {
        return await().pollInSameThread().ignoreException(PlaywrightException.class).until(frame::content,
                Objects::nonNull);
    }

    private static <T> T soon(Supplier<T> value) {
        return await().atMost(Duration.ofSeconds(20)).until(value::get, found -> found != null);
    }

    @Test
    void pageAssetsFetchFormSocketAndEvents() throws Exception {
        Page page = open(profile);
        assertThat(page.locator("header img")).hasJSProperty("naturalWidth", 48);
        assertThat(page.locator("#event")).containsText("Event ");
        page.locator("#talk button").click();
        assertThat(page.locator("#echoes")).containsText("Came back: Hello");
        assertThat(page.evaluate("fetch('/style.css').then(r => r.status + ' ' + r.headers.get('content-type'))"))
                .isEqualTo("200 text/css; charset=utf-8");
        assertThat(page.evaluate("fetch('/form', {method: 'POST', body: new URLSearchParams({message: 'hi'})})"
                + ".then(r => r.status)")).isEqualTo(200);
        page.locator("#message").fill("grüße & <b>");
        page.locator("form[action='/form'] button").click();
        assertThat(page.locator("blockquote")).hasText("grüße & <b>");
        assertThat(visits()).allMatch(Ledger.Visit::tokenSent).allMatch(visit -> visit.status() == 0);
        assertThat(page.evaluate("document.cookie")).as("the gateway's cookie is not the page's").isEqualTo("");
    }

    @Test
    void signingInRedirectDownloadAndUpload() throws Exception {
        Page page = open(profile);
        page.locator("#account").click();
        assertThat(page.locator("#who")).hasText("nobody");
        page.locator("#name").fill("Ada");
        page.locator("#sign-in").click();
        assertThat(page.locator("#who")).hasText("Ada");
        assertThat(page.locator("#theme")).hasText("dark");
        assertThat(page.locator("#region")).hasText("eu");
        assertThat(page.url()).as("the redirect to the public address comes back here")
                .isEqualTo(address().resolve("/account").toString());
        assertThat(profile.cookies(page.url())).anySatisfy(cookie -> {
            assertThat(cookie.name).isEqualTo("session");
            assertThat(cookie.secure).isTrue();
        });
        Download download = page.waitForDownload(() -> page.locator("#report").click());
        assertThat(download.suggestedFilename()).isEqualTo("report.csv");
        assertThat(download.path()).content().startsWith("id,name\n1,reindex");
        byte[] bytes = new byte[3_000_000];
        new Random(5).nextBytes(bytes);
        Path file = Files.write(folder.resolve("upload.bin"), bytes);
        page.locator("#file").setInputFiles(file);
        page.locator("#send").click();
        assertThat(page.locator("#received")).hasText("3000000 bytes, "
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Test
    void aSecondTabWorksAndASecondProfileIsExplained() throws Exception {
        Page first = open(profile);
        Page second = profile.newPage();
        second.navigate(first.url() + STRANGER);
        assertThat(second.locator("h1")).hasText("echo-service");
        assertThat(strangersVisits()).as("one who is let in leaves this trace").hasSize(1);
        try (BrowserContext other = browser.newContext()) {
            Page stranger = other.newPage();
            Response answer = stranger.navigate(first.url() + STRANGER);
            assertThat(answer.status()).isIn(401, 403);
            assertThat(stranger.locator("h1")).hasText("This browser has not been let in");
            assertThat(strangersVisits()).as("the second profile's request stays here").hasSize(1);
            first.close();
            second.close();
            untilNobodyAsks();
            int before = visits().size();
            stranger.reload();
            assertThat(stranger.locator("h1")).hasText("This browser has not been let in");
            assertThat(visits().stream().skip(before)).as("nor does anything else of it pass").isEmpty();
        }
    }

    @Test
    void theNumberLetsABrowserInThatCannotReadTheFile() throws Exception {
        URI address = address();
        Page page = profile.newPage();
        page.navigate(address.toString());
        page.locator("button").click();
        String number = page.locator(".number").innerText().strip();
        GatewayQuestion question = opened.question();
        assertThat(question.number()).isEqualTo(number).hasSize(4);
        assertThat(visits()).isEmpty();
        question.approve();
        page.waitForURL(address.toString());
        assertThat(page.locator("h1")).hasText("echo-service");
        try (BrowserContext other = browser.newContext()) {
            Page denied = other.newPage();
            denied.navigate(address.toString());
            denied.locator("button").click();
            assertThat(denied.locator(".number")).isVisible();
            opened.question().deny();
            assertThat(denied.locator("h1")).hasText("This browser was not let in");
        }
    }

    @Test
    void aSleepingDevboxWakesOnAClickAlone() throws Exception {
        String shop = sandbox.idOf("shop-page");
        sandbox.removeTunnel(shop);
        sandbox.enableTunnel(shop, new TunnelSettings(AuthMode.AUTHENTICATED, true, true));
        var ready = (GatewayOpening.Ready) session.gateways().open(shop, GatewaySession.WEB);
        Page page = profile.newPage();
        page.navigate(ready.page().toUri().toString());
        page.waitForURL(ready.address().toString());
        session.lifecycle().suspend(shop);
        await().atMost(Duration.ofSeconds(30)).until(() -> sandbox.devbox(shop).status().suspended());
        int before = visits().size();
        page.reload();
        assertThat(page.locator("h1")).hasText("shop-page is asleep");
        page.reload();
        assertThat(visits().stream().skip(before)).as("a tab alone wakes nothing").isEmpty();
        page.locator("button").click();
        assertThat(page.locator("h1")).hasText("shop-page is waking up");
        assertThat(page.locator("h1")).hasText("shop-page", new LocatorAssertions.HasTextOptions().setTimeout(40_000));
        assertThat(sandbox.ledger().wakes()).hasSize(1);
    }

    @Test
    void aPageFromElsewhereGetsNothing() throws Exception {
        Page own = open(profile);
        String gateway = address().toString();
        own.close();
        untilNobodyAsks();
        try (ForeignSite site = new ForeignSite()) {
            for (String where : List.of(site.at("evil.test"), site.at("127.0.0.1"), site.at("3000-evil.localhost"))) {
                site.serving("<form id=f method=post action='" + gateway + "form" + STRANGER + "' target=t>"
                        + "<input name=message value=x></form><iframe name=t></iframe>"
                        + "<iframe id=i src='" + gateway + STRANGER + "'></iframe>"
                        + "<img id=p src='" + gateway + "logo.svg" + STRANGER + "'>");
                int before = visits().size();
                Page page = profile.newPage();
                page.navigate(where, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
                assertThat(page.evaluate("g => fetch(g, {credentials: 'include'}).then(() => 'read', () => 'nothing')",
                        gateway + STRANGER)).as("fetch from %s", where).isEqualTo("nothing");
                page.evaluate("g => fetch(g, {credentials: 'include', mode: 'no-cors'}).then(r => r.type, () => 'no')",
                        gateway + STRANGER);
                assertThat(page.evaluate("g => new Promise(done => { const s = new WebSocket(g.replace('http', 'ws') +"
                        + " 'socket" + STRANGER + "'); s.onopen = () => done('open');"
                        + " s.onerror = () => done('nothing') })", gateway)).as("WebSocket from %s", where).isEqualTo("nothing");
                assertThat(page.evaluate("document.getElementById('p').naturalWidth")).as("img from %s", where)
                        .isEqualTo(0);
                Response posted = page.waitForResponse(answer -> answer.url().equals(gateway + "form" + STRANGER),
                        () -> page.evaluate("document.getElementById('f').submit()"));
                assertThat(posted.status()).as("form from %s", where).isEqualTo(403);
                assertThat(page.frames()).noneMatch(frame -> content(frame).contains("sandbox. You reached it"));
                assertThat(visits().stream().skip(before)).as("what reached the service from %s", where).isEmpty();
                assertThat(strangersVisits()).as("what reached the service from %s", where).isEmpty();
                page.close();
            }
        }
    }

    @Test
    void aNameThatIsResolvedToLoopbackGetsNothing() throws Exception {
        Page own = open(profile);
        own.close();
        untilNobodyAsks();
        int before = visits().size();
        Page page = profile.newPage();
        Response answer = page.navigate("http://evil.test:" + address().getPort() + "/");
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(page.content()).doesNotContain("echo-service");
        assertThat(visits().stream().skip(before)).isEmpty();
    }

    @Test
    void theTicketWorksOnceAndItsFileIsGone() throws Exception {
        var ready = opened.open();
        String file = Files.readString(ready.page(), StandardCharsets.UTF_8);
        Page page = profile.newPage();
        page.navigate(ready.page().toUri().toString());
        page.waitForURL(ready.address().toString());
        soon(() -> Files.exists(ready.page()) ? null : true);
        Path kept = Files.writeString(folder.resolve("kept.html"), file);
        try (BrowserContext other = browser.newContext()) {
            Page thief = other.newPage();
            thief.navigate(kept.toUri().toString());
            assertThat(thief.locator("h1")).hasText("This ticket no longer works");
        }
    }

    @Test
    void theOldCookieIsWorthNothingAfterARestart() throws Exception {
        Page page = open(profile);
        String address = page.url();
        page.close();
        session.gateways().stop(devbox, GatewaySession.WEB.number());
        assertThat(address().toString()).as("the same port again").isEqualTo(address);
        Page again = profile.newPage();
        again.navigate(address);
        assertThat(again.locator("h1")).hasText("This browser has not been let in");
    }

    @Test
    void aRemovedTunnelStopsThePage() throws Exception {
        Page page = open(profile);
        Tunnel tunnel = sandbox.devbox(devbox).tunnel();
        assertThat(tunnel).isNotNull();
        session.tunnels().remove(devbox);
        await().atMost(Duration.ofSeconds(20)).until(() -> session.gateways().running().isEmpty());
        assertThat(page.evaluate("fetch('/').then(() => 'read', () => 'nothing')")).isEqualTo("nothing");
    }
}
