package io.github.devboxtunnels.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import io.github.devboxtunnels.gateway.GatewayRequest;
import io.github.devboxtunnels.gateway.GatewayState.StopReason;
import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.testing.Pictures;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** A picture of every place in every state, in both themes and sizes; docs/places.md is the list. */
class ScreenshotsTest extends DesktopFixture {

    private static final int[][] SIZES = {{880, 560}, {1440, 900}};
    private static final Path LIST = Path.of("docs", "places.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\| (.*) \\|");
    private static final Pattern STATE = Pattern.compile("`([a-z0-9-]+)`");
    private static final Problem OFFLINE = new Problem.Offline("connection refused");
    private static final ListedPort[] PORTS = {ListedPort.of(3000, "/"), new ListedPort("API", 8080, "/health"),
            ListedPort.of(8888, "/lab")};

    /** Brings the window to a state. */
    private interface Steps {
        void take();
    }

    private final Map<String, Steps> shots = new TreeMap<>();

    @Test
    void everyPlaceAndStateOfTheListHasItsPicture() throws Exception {
        describe();
        assertThat(shots.keySet()).isEqualTo(listed());
    }

    @TestFactory
    Stream<DynamicTest> pictures() {
        describe();
        return shots.entrySet().stream().flatMap(shot -> Stream.of(SIZES).map(size -> dynamicTest(
                shot.getKey() + " " + size[0] + "x" + size[1], () -> pictures(shot.getKey(), size))));
    }

    /** A menu closes when the theme changes, so it is opened once in each. */
    private static void pictures(String name, int[] size) throws Exception {
        if (name.startsWith("menu-")) {
            pictures(name, size, List.of(ThemeChoice.LIGHT));
            pictures(name, size, List.of(ThemeChoice.DARK));
        } else {
            pictures(name, size, List.of(ThemeChoice.LIGHT, ThemeChoice.DARK));
        }
    }

    private static void pictures(String name, int[] size, List<ThemeChoice> themes) throws Exception {
        ScreenshotsTest fresh = new ScreenshotsTest();
        fresh.describe();
        fresh.width = size[0];
        fresh.height = size[1];
        fresh.settings.update(before -> before.withTheme(themes.getFirst()));
        try {
            fresh.shots.get(name).take();
            for (ThemeChoice theme : themes) {
                doOnFx(() -> fresh.desktop.preferences().themeProperty().set(theme));
                settle();
                var image = onFx(() -> Shots.take(fresh.stage));
                assertThat(image.getWidth()).isEqualTo(size[0]);
                assertThat(image.getHeight()).isEqualTo(size[1]);
                Pictures.screenshot(image, name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size[0] + "x"
                        + size[1]);
            }
        } finally {
            fresh.closeDesktop();
            fresh.hideWindows();
        }
    }

    private int width;
    private int height;

    private void describe() {
        connect();
        lists();
        pages();
        dialogs();
        gateways();
        menusAndToasts();
    }

    private void connect() {
        shot("connect-first-start", () -> openEmpty(width, height));
        shot("connect-typed", () -> {
            openEmpty(width, height);
            type("ak_0123456789abcdef");
        });
        shot("connect-advanced", () -> {
            openEmpty(width, height);
            press("Advanced");
        });
        shot("connect-checking", () -> {
            openEmpty(width, height);
            api.before(Call.ACCOUNT, this::hold);
            connectByHand();
            untilText("Checking");
        });
        trouble("connect-refused", new Problem.Unauthorised(reply(401, "Unauthorized")));
        trouble("connect-offline", OFFLINE);
        trouble("connect-untrusted", new Problem.UntrustedCertificate("unknown authority"));
        trouble("connect-nonsense", new Problem.Malformed("not JSON"));
        trouble("connect-failed", new Problem.Server(reply(500, "Internal error")));
    }

    private void lists() {
        shot("list-loading", () -> {
            api.before(Call.LIST, this::hold);
            open(false);
            advance(Duration.ofMillis(400));
        });
        shot("list-rows", () -> openWith(null));
        shot("list-empty", () -> open(true));
        shot("list-sandbox", () -> {
            fleet();
            openSandbox(width, height);
            rowsShown();
        });
        shot("list-no-match", () -> {
            openWith(null);
            robot.push(KeyCode.CONTROL, KeyCode.F);
            type("nothing like it");
            untilText("No match");
        });
        shot("list-filtered", () -> {
            openWith(null);
            robot.push(KeyCode.ALT, KeyCode.DIGIT5);
            until(() -> desktop.shell().devboxes().rows().size() == 4);
        });
        shot("list-ended", () -> {
            openWith("dbx_31CYkLq8vTn5wZ0pRb2Xs");
            robot.push(KeyCode.ALT, KeyCode.DIGIT6);
            until(() -> desktop.shell().devboxes().rows().stream()
                    .anyMatch(row -> row.devbox().label().equals("old-build")));
        });
        broken("list-offline", OFFLINE);
        broken("list-key-refused", new Problem.Unauthorised(reply(401, "Unauthorized")));
        broken("list-forbidden", new Problem.Forbidden(reply(403, "Forbidden")));
        broken("list-slowed-down", new Problem.SlowedDown(reply(429, "Too many requests"), Duration.ofSeconds(40)));
        broken("list-failed", new Problem.Server(reply(503, "Service unavailable")));
        broken("list-nonsense", new Problem.Malformed("not JSON"));
        broken("list-untrusted", new Problem.UntrustedCertificate("unknown authority"));
        shot("list-failed-at-first", () -> {
            api.breakDown(Call.LIST, OFFLINE);
            open(false);
            advance(Duration.ofMillis(400));
            until(() -> desktop.shell().bannerProperty().get() != null);
        });
        shot("list-quota-reached", () -> {
            api.account(new Account("acc_1", "Acme", Account.Standing.QUOTA_REACHED,
                    "ACCOUNT_STATUS_DISABLED_QUOTA_REACHED"));
            openWith("dbx_31CYkLq8vTn5wZ0pRb2Xs");
        });
    }

    private void pages() {
        shot("page-authenticated", () -> openPage("api-server"));
        shot("page-open", () -> openPage("web-preview"));
        shot("page-no-tunnel", () -> openPage("agent-43"));
        shot("page-asleep", () -> openPage("feature-login"));
        shot("page-asleep-with-tunnel", () -> openPage("demo-berlin"));
        shot("page-booting", () -> openPage("agent-44"));
        shot("page-failed", () -> {
            openPage("agent-43");
            api.change("dbx_agent-43", devbox -> Devboxes.from(devbox).kind(Kind.FAILURE).reason("out_of_memory")
                    .since(time.now()).build());
            untilText("out of memory", Duration.ofSeconds(1));
        });
        shot("page-unknown-status", () -> {
            api.put(Devboxes.running("next-gen").statusWord("hibernating").blueprint("node-22"));
            openPage("next-gen");
        });
        shot("page-no-token", () -> {
            Tunnel whole = Devboxes.tunnelOf("x", new TunnelSettings(AuthMode.AUTHENTICATED, true, false),
                    SimulatedTimeline.START.minusSeconds(600));
            api.put(Devboxes.running("no-token").tunnel(new Tunnel(whole.key(), whole.authMode(), null,
                    whole.createdAt(), true, false)));
            openPage("no-token");
        });
        shot("page-unknown-mode", () -> {
            api.put(Devboxes.running("shared").tunnel(new Tunnel(Secret.of("k".repeat(52)), AuthMode.of("team"), null,
                    SimulatedTimeline.START.minusSeconds(600), true, false)));
            openPage("shared");
        });
        shot("page-key-too-long", () -> {
            api.put(Devboxes.running("long-key").tunnel(new Tunnel(Secret.of("k".repeat(70)), AuthMode.OPEN, null,
                    SimulatedTimeline.START.minusSeconds(600), true, false)));
            remember("long-key", PORTS);
            openPage("long-key");
        });
        shot("page-suspending", () -> {
            openPage("api-server");
            api.before(Call.SUSPEND, this::hold);
            press("Suspend");
            untilText("Suspending");
        });
        shot("page-removing", () -> {
            openPage("api-server");
            api.before(Call.REMOVE, this::hold);
            press("Remove…");
            press("Remove tunnel");
            untilText("Removing");
        });
        shot("page-remove-failed", () -> {
            openPage("api-server");
            api.fail(Call.REMOVE, new Problem.Server(reply(500, "internal error")));
            press("Remove…");
            press("Remove tunnel");
            untilText("req_7f3a91c2e4", Duration.ofSeconds(1));
        });
        shot("page-forbidden", () -> {
            openPage("agent-43");
            api.fail(Call.ENABLE, new Problem.Forbidden(reply(403, "Forbidden")));
            press("Enable tunnel…");
            press("Enable tunnel");
            untilText("req_7f3a91c2e4", Duration.ofSeconds(1));
            robot.type(KeyCode.ESCAPE);
        });
        shot("page-no-ports", () -> openPage("nightly-e2e"));
        shot("page-adding-port", () -> {
            openPage("api-server");
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        });
        shot("page-port-invalid", () -> {
            openPage("api-server");
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
            type("Web");
            robot.type(KeyCode.TAB);
            type("70000");
            robot.type(KeyCode.ENTER);
        });
    }

    private void dialogs() {
        shot("dialog-authenticated", () -> openDialog("agent-43"));
        shot("dialog-open", () -> {
            openDialog("agent-43");
            robot.type(KeyCode.RIGHT);
        });
        shot("dialog-asleep", () -> openDialog("feature-login"));
        shot("dialog-ruled", () -> {
            api.put(Devboxes.running("ruled").suspendsAfter(Duration.ofMinutes(15)).ruledWakeOnHttp(true));
            openDialog("ruled");
        });
        shot("dialog-no-idle-policy", () -> {
            api.put(Devboxes.running("no-policy"));
            openDialog("no-policy");
        });
        shot("dialog-ports-invalid", () -> {
            openDialog("agent-43");
            robot.type(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
            type("3000, web");
            robot.type(KeyCode.ENTER);
        });
        shot("dialog-enabling", () -> {
            openDialog("agent-43");
            api.before(Call.ENABLE, this::hold);
            press("Enable tunnel");
            untilText("Enabling");
        });
        shot("dialog-error", () -> {
            openDialog("agent-43");
            api.fail(Call.ENABLE, new Problem.Server(reply(500, "internal error allocating tunnel")));
            press("Enable tunnel");
            untilText("req_7f3a91c2e4", Duration.ofSeconds(1));
        });
        shot("dialog-unknown-outcome", () -> {
            openDialog("agent-43");
            api.fail(Call.ENABLE, new Problem.Unanswered(true));
            api.after(Call.GET, () -> api.breakDown(OFFLINE));
            press("Enable tunnel");
            untilText("Look again", Duration.ofSeconds(1));
        });
        shot("sheet-remove", () -> {
            openPage("api-server");
            press("Remove…");
        });
    }

    private void gateways() {
        shot("gateway-no-request", () -> openGateway());
        shot("gateway-requests", () -> {
            openGateway();
            requests();
        });
        shot("gateway-request-chosen", () -> {
            openGateway();
            requests();
            openMenu();
            press("Show requests");
            robot.type(KeyCode.UP);
        });
        shot("gateway-several", () -> {
            openGateway();
            doOnFx(() -> all(".port-row").stream().skip(1).findFirst().orElseThrow().requestFocus());
            robot.type(KeyCode.ENTER);
            until(() -> gateways.started().size() == 2);
            gateways.of(8080).setLocalPrograms(true);
            requests();
            gateways.of(8080).request(time.now(), "POST", "/health", 204);
            untilText("/health");
        });
        shot("gateway-refused", () -> {
            openGateway();
            gateways.of(3000).refuseToken();
            untilText("goes on with the next one");
        });
        shot("gateway-asleep", () -> {
            openGateway();
            requests();
            api.move("dbx_31CYkLq8vTn5wZ0pRb2Xs", Kind.SUSPENDED);
            untilText("Wake and open", Duration.ofSeconds(1));
        });
        shot("gateway-question", () -> {
            openGateway();
            gateways.of(3000).ask("4821", time.now());
            untilText("Let this browser in? 4821");
        });
        shot("gateway-quit", () -> {
            openGateway();
            robot.push(KeyCode.CONTROL, KeyCode.Q);
            untilText("Stop 1 gateway and quit");
        });
    }

    private void openGateway() {
        openPage("api-server");
        doOnFx(shown(".port-row")::requestFocus);
        robot.type(KeyCode.ENTER);
        until(() -> !pages.opened().isEmpty());
        until(() -> all(".gateway-line").stream().anyMatch(node -> shows(node)) || height < 640);
        shown(".port-gateway");
    }

    private void requests() {
        String[][] lines = {{"GET", "/", "200"}, {"GET", "/assets/app-4f1c.js", "200"}, {"GET", "/api/session", "401"},
                {"POST", "/api/login", "200"}, {"GET", "/api/orders?page=…", "500"}};
        for (String[] line : lines) {
            time.advance(Duration.ofMillis(240));
            gateways.of(3000).request(time.now(), line[0], line[1], Integer.parseInt(line[2]));
        }
        gateways.of(3000).request(new GatewayRequest(6, time.now(), GatewayRequest.Kind.SOCKET, "GET", "/ws", 101,
                null, 0, true));
        gateways.of(3000).request(new GatewayRequest(7, time.now(), GatewayRequest.Kind.PLAIN, "GET", "/poll", 503,
                Duration.ofMillis(2), 312, false));
        time.advance(Duration.ofSeconds(3));
        untilText("/poll");
    }

    private void openMenu() {
        doOnFx(shown(".port-row")::requestFocus);
        doOnFx(() -> this.<ButtonBase>named("More for Web 3000").fire());
        until(() -> Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance));
    }

    private <T extends Node> T named(String name) {
        return robot.lookup(node -> shows(node) && name.equals(node.getAccessibleText())).<T>query();
    }

    private void menusAndToasts() {
        shot("menu-private-port", () -> {
            openPage("api-server");
            openMenu();
        });
        shot("menu-private-port-running", () -> {
            openGateway();
            openMenu();
        });
        shot("menu-open-with", () -> {
            openPage("api-server");
            openMenu();
            robot.type(KeyCode.RIGHT);
            until(() -> Window.getWindows().stream().filter(PopupWindow.class::isInstance).count() > 1);
        });
        shot("toast-no-browser", () -> {
            pages.refuse();
            openGateway();
            untilText("No browser could be opened");
        });
        shot("toast-gateway-copied", () -> {
            openPage("api-server");
            openMenu();
            press("Copy gateway address");
            untilText("Gateway address copied");
        });
        shot("toast-needs-header", () -> {
            openPage("api-server");
            doOnFx(shown(".port-row")::requestFocus);
            robot.type(KeyCode.C);
            untilText("It needs the token header");
        });
        shot("toast-gateway-ended", () -> {
            openGateway();
            gateways.of(3000).end(StopReason.TUNNEL_GONE);
            untilText("so the gateway of port 3000 stopped");
        });
        shot("menu-token", () -> {
            openPage("api-server");
            doOnFx(this.<ButtonBase>shown(".chevron-part")::fire);
            until(() -> Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance));
        });
        shot("menu-bar", () -> {
            openPage("api-server");
            robot.type(KeyCode.F10);
        });
        shot("toast-token-copied", () -> {
            openPage("api-server");
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
            untilText("Token copied");
        });
        shot("toast-port-removed", () -> {
            openPage("api-server");
            doOnFx(shown(".port-row")::requestFocus);
            robot.type(KeyCode.DELETE);
            untilText("Removed");
        });
    }

    private void shot(String name, Steps steps) {
        shots.put(name, steps);
    }

    private void trouble(String name, Problem problem) {
        shot(name, () -> {
            openEmpty(width, height);
            api.fail(Call.ACCOUNT, problem);
            connectByHand();
            until(() -> all(".strip").stream().anyMatch(node -> shows(node)));
        });
    }

    private void broken(String name, Problem problem) {
        shot(name, () -> {
            openPage("api-server");
            api.breakDown(problem);
            until(() -> {
                time.advance(Duration.ofSeconds(5));
                return desktop.shell().bannerProperty().get() != null
                        && desktop.session().devboxes().current().missed() > 3;
            });
        });
    }

    private void connectByHand() {
        type("ak_0123456789abcdef");
        robot.type(KeyCode.ENTER);
        settle();
    }

    private void open(boolean empty) {
        openConnected(width, height);
        if (empty) {
            untilText("No devboxes");
        }
    }

    private void openPage(String name) {
        fleet();
        String id = "dbx_" + name;
        String real = api.truth("dbx_31CYkLq8vTn5wZ0pRb2Xs") != null && name.equals("api-server")
                ? "dbx_31CYkLq8vTn5wZ0pRb2Xs"
                : id;
        openWith(real);
    }

    private void openWith(String id) {
        fleet();
        if (id != null) {
            settings.update(now -> now.withSelected(ACME.profile(), id));
        }
        openConnected(width, height);
        rowsShown();
        settle();
    }

    private void rowsShown() {
        until(() -> !desktop.shell().devboxes().rows().isEmpty());
    }

    private void openDialog(String name) {
        remember(name, ListedPort.of(3000, "/"), ListedPort.of(5173, "/"));
        openPage(name);
        robot.push(KeyCode.CONTROL, KeyCode.T);
        shown(".dialog-title");
    }

    private void press(String text) {
        MenuItem item = onFx(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(each -> text.equals(each.getText())).findFirst().orElse(null));
        if (item != null) {
            doOnFx(() -> {
                item.getParentPopup().hide();
                item.fire();
            });
            settle();
            return;
        }
        // The page with its buttons is built some frames after the list.
        until(() -> button(text) != null);
        doOnFx(() -> button(text).fire());
        settle();
    }

    private static ButtonBase button(String text) {
        return robot.lookup((Node node) -> shows(node) && node instanceof ButtonBase b && text.equals(b.getText()))
                .<ButtonBase>tryQuery().orElse(null);
    }

    private void hold() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void remember(String name, ListedPort... ports) {
        settings.update(now -> now.withPorts(ACME.profile() + "|name|" + name, List.of(ports)));
    }

    private static Problem.Reply reply(int status, String text) {
        return new Problem.Reply(status, text, null, "req_7f3a91c2e4");
    }

    /** The devboxes of the design's pictures. */
    private void fleet() {
        TunnelSettings wakes = new TunnelSettings(AuthMode.AUTHENTICATED, true, true);
        TunnelSettings open = new TunnelSettings(AuthMode.OPEN, false, false);
        Duration idle = Duration.ofMinutes(15);
        remember("api-server", PORTS);
        remember("web-preview", ListedPort.of(5173, "/"), new ListedPort("API", 8080, "/"));
        api.put(Devboxes.running("agent-42").since(ago(12)).tunnel(wakes).suspendsAfter(idle),
                Devboxes.running("api-server").id("dbx_31CYkLq8vTn5wZ0pRb2Xs").since(ago(134)).tunnel(wakes)
                        .suspendsAfter(idle).blueprint("node-22").metadata("owner", "ci-bot")
                        .metadata("team", "checkout"),
                Devboxes.running("docs-site").since(ago(3 * 1440)).tunnel(open),
                Devboxes.running("payments-stub").since(ago(1440)).tunnel(open),
                Devboxes.running("web-preview").since(ago(41)).tunnel(open).suspendsAfter(idle).blueprint("node-22")
                        .metadata("branch", "new-checkout"),
                Devboxes.named("load-test-eu", Kind.RESUMING).since(SimulatedTimeline.START.minusSeconds(4))
                        .tunnel(wakes),
                Devboxes.suspended("demo-berlin").since(ago(360)).tunnel(open).suspendsAfter(idle),
                Devboxes.suspended("nightly-e2e").since(ago(3 * 1440)).tunnel(wakes).suspendsAfter(idle),
                Devboxes.running("agent-43").since(ago(8)).suspendsAfter(idle).blueprint("py-agent")
                        .metadata("task", "issue-1182"),
                Devboxes.unnamed("dbx_31CZ8tWmPq0vXkLs7RjY2b").since(ago(26)),
                Devboxes.named("agent-44", Kind.PROVISIONING).since(SimulatedTimeline.START.minusSeconds(9)),
                Devboxes.suspended("feature-login").since(ago(5 * 1440)).suspendsAfter(idle).blueprint("node-22"),
                Devboxes.ended("old-build").since(ago(2000)), Devboxes.ended("older-build").since(ago(9000)));
    }

    private static Instant ago(int minutes) {
        return SimulatedTimeline.START.minus(Duration.ofMinutes(minutes));
    }

    private static TreeSet<String> listed() throws Exception {
        TreeSet<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(LIST)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Matcher state = STATE.matcher(row.group(2));
                while (state.find()) {
                    names.add(row.group(1) + "-" + state.group(1));
                }
            }
        }
        return names;
    }
}
