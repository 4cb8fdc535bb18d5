package io.github.devboxtunnels.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javafx.application.Platform;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.platform.RecordingBrowser;
import io.github.devboxtunnels.sandbox.Fault;
import io.github.devboxtunnels.sandbox.Operation;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.settings.FileSettingsStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job, with mishaps, while every text that leaves the application is searched for its secrets. */
class PlantedSecretTest extends SandboxFixture {

    private static final Secret PLANTED = Secret.of("ak_planted7Hq2mVx9LrTz4KcWb8Ns");

    @TempDir
    private Path folder;
    private final SecretHunt hunt = new SecretHunt();
    private final List<String> secrets = new ArrayList<>(List.of(PLANTED.reveal()));

    @AfterEach
    void endHunt() {
        hunt.close();
    }

    @Test
    void keyTokenAndTunnelKeyAppearNowhere() throws Exception {
        FileSettingsStore store = new FileSettingsStore(folder.resolve("settings.json"), timeline);
        settings = store;
        browser = new RecordingBrowser(Map.of("RUNLOOP_API_KEY", PLANTED.reveal(), "RUNLOOP_BASE_URL",
                "https://api.example.com", "DEVBOX_TUNNELS_URL_TEMPLATE", "x", "PATH", "/usr/bin"));
        open(SandboxOptions.defaults().withKey(PLANTED), 1200, 760);
        refusedThenConnected();
        enableWithMishaps();
        copyEverything();
        openInTheBrowser();
        sleepAndWake();
        removeWithAMishap();
        readWithMishaps();
        keyRefusedThenAgain();
        leaveAndClose(store);
        browser.starts().forEach(start -> {
            hunt.add("environment", start.environment().toString());
            // The address of an open tunnel is what a browser is for: its key is in there, no other secret may be.
            hunt.add("command", start.command().toString().replace(tunnel("shop-page").key().reveal(), ""));
        });
        assertThat(hunt.at("environment")).containsExactly("{PATH=/usr/bin}");
        assertThat(hunt.at("log")).isNotEmpty();
        assertThat(hunt.at("settings").toString()).contains("3000");
        assertThat(hunt.leaks(secrets)).isEmpty();
    }

    @Test
    void aPlantedLeakIsFoundWhereverItIs() throws Exception {
        FileSettingsStore store = new FileSettingsStore(folder.resolve("settings.json"), timeline);
        settings = store;
        open(SandboxOptions.defaults().withKey(PLANTED), 1200, 760);
        String half = PLANTED.reveal().substring(3, 20);
        LoggerFactory.getLogger("planted.fine").trace("sent {}", half);
        LoggerFactory.getLogger("planted.thrown").debug("went wrong", new IllegalStateException(half));
        System.err.println(half);
        Platform.runLater(() -> {
            throw new IllegalStateException(half);
        });
        settle();
        doOnFx(() -> stage.setTitle("Connected with " + half));
        look();
        settings.update(now -> now.withSelected("profile", half));
        store.close();
        hunt.addFiles("settings", folder);
        assertThat(hunt.at("log")).anyMatch(line -> line.startsWith("planted.fine"))
                .anyMatch(line -> line.contains("IllegalStateException"));
        assertThat(hunt.leaks(secrets)).containsExactly("log: secret 0", "settings: secret 0", "shown: secret 0",
                "streams: secret 0", "titles: secret 0", "uncaught: secret 0");
    }

    private void refusedThenConnected() {
        sandbox.faults().next(Operation.ACCOUNT, quoting(401));
        connectByKey(PLANTED);
        untilText("refused this key");
        look();
        sandbox.faults().always(Operation.ACCOUNT, Fault.html(200));
        push(KeyCode.CONTROL, KeyCode.A);
        type(PLANTED.reveal());
        type(KeyCode.ENTER);
        untilText("does not answer like Runloop");
        look();
        sandbox.faults().clear();
        type(KeyCode.ENTER);
        listed();
        look();
    }

    private void enableWithMishaps() {
        select("jobs-api");
        sandbox.faults().next(Operation.ENABLE_TUNNEL, quoting(500));
        push(KeyCode.CONTROL, KeyCode.T);
        shown(".dialog-title");
        look();
        type(KeyCode.ENTER);
        untilText("Not enabled.");
        look();
        sandbox.faults().next(Operation.ENABLE_TUNNEL, Fault.html(502));
        fire("Try again");
        untilText("502");
        look();
        fire("Try again");
        until(() -> tunnel("jobs-api") != null);
        untilText("On since");
        Tunnel made = tunnel("jobs-api");
        secrets.add(made.token().reveal());
        secrets.add(made.key().reveal());
        secrets.add(tunnel("shop-page").key().reveal());
        look();
    }

    private void copyEverything() {
        fire("List Web 3000");
        untilFocused("Web, port 3000");
        fire("Copy address");
        look();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        assertThat(clipboard()).isEqualTo(secrets.get(1));
        look();
        List<String> copied = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            fire("More ways to copy");
            until(() -> !menuItems().isEmpty());
            look();
            int at = i;
            doOnFx(() -> {
                MenuItem item = menuItems().get(at);
                item.fire();
                item.getParentPopup().hide();
            });
            settle();
            copied.add(clipboard());
            look();
        }
        assertThat(copied).as("the four with the token and the four without it").doesNotHaveDuplicates().hasSize(8);
    }

    private static List<MenuItem> menuItems() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> item.getOnAction() != null).toList();
    }

    private void openInTheBrowser() {
        select("shop-page");
        fire("List Web 3000");
        untilFocused("Web, port 3000");
        type(KeyCode.ENTER);
        until(() -> browser.starts().size() == 1);
        assertThat(browser.starts().getFirst().command().toString()).contains(tunnel("shop-page").key().reveal());
        look();
    }

    private void sleepAndWake() {
        select("jobs-api");
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        until(() -> status("jobs-api") == Kind.SUSPENDED);
        untilText("Resume");
        look();
        sandbox.faults().next(Operation.RESUME, quoting(400));
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        untilText("not resumed");
        look();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        until(() -> status("jobs-api") == Kind.RUNNING);
        look();
    }

    private void removeWithAMishap() {
        sandbox.faults().next(Operation.REMOVE_TUNNEL, quoting(400));
        fire("Remove…");
        look();
        fire("Remove tunnel");
        untilText("Not removed.");
        look();
    }

    private void readWithMishaps() {
        sandbox.faults().always(Operation.LIST, quoting(403));
        type(KeyCode.F5);
        untilText("Not allowed");
        look();
        sandbox.faults().clear();
        sandbox.faults().always(Operation.LIST, Fault.html(200));
        type(KeyCode.F5);
        untilText("Unreadable answer.");
        look();
        sandbox.faults().clear();
        type(KeyCode.F5);
        until(() -> desktop.shell().bannerProperty().get() == null);
        look();
    }

    private void keyRefusedThenAgain() {
        remember();
        sandbox.faults().always(Operation.LIST, quoting(401));
        type(KeyCode.F5);
        untilText("Key refused.");
        look();
        sandbox.faults().clear();
        fire("Update key");
        untilText("Connect to Runloop");
        look();
        push(KeyCode.CONTROL, KeyCode.A);
        type(PLANTED.reveal());
        look();
        type(KeyCode.ENTER);
        listed();
        remember();
    }

    private void leaveAndClose(FileSettingsStore store) throws Exception {
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        doOnFx(() -> desktop.shell().leave());
        untilText("Connect to Runloop");
        look();
        doOnFx(desktop::close);
        desktop = null;
        store.close();
        hunt.addFiles("settings", folder);
    }

    private void select(String name) {
        String id = sandbox.idOf(name);
        doOnFx(() -> desktop.shell().devboxes().select(id));
        until(() -> name.equals(desktop.shell().devboxes().selectedDevbox().name()));
        until(() -> all(".title").stream().anyMatch(node -> shows(node)));
        doOnFx(() -> scene().lookup("#devboxes").requestFocus());
        settle();
    }

    private Kind status(String name) {
        return desktop.session().devboxes().current().devboxes().stream().filter(box -> name.equals(box.name()))
                .findFirst().orElseThrow().status().kind();
    }

    /** What is to be seen and heard now. */
    private void look() {
        doOnFx(() -> {
            TextsShown.in(stage).forEach(text -> hunt.add("shown", text));
            Window.getWindows().stream().filter(Stage.class::isInstance)
                    .forEach(window -> hunt.add("titles", String.valueOf(((Stage) window).getTitle())));
        });
    }

    /** What the objects that hold secrets say of themselves. */
    private void remember() {
        var session = desktop.session();
        hunt.add("records", String.valueOf(session));
        hunt.add("records", session.connection().toString());
        hunt.add("records", session.devboxes().current().toString());
        session.devboxes().current().devboxes().forEach(devbox -> hunt.add("records", devbox.toString()));
    }

    /** A refusal that says every secret it knows, as a careless server does. */
    private Fault quoting(int status) {
        String known = String.join(" and ", secrets);
        return Fault.refusal(status, Map.of("x-request-id", "req_" + PLANTED.reveal()), "application/json",
                "{\"message\":\"went wrong for " + known + "\",\"code\":\"" + PLANTED.reveal() + "\"}");
    }
}
