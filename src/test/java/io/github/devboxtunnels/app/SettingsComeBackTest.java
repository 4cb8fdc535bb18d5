package io.github.devboxtunnels.app;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.settings.FileSettingsStore;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person arranged is there again after the application was closed and opened. */
class SettingsComeBackTest extends SandboxFixture {

    @TempDir
    private Path folder;
    private FileSettingsStore store;

    @Test
    void windowListThemeDevboxPortsAndSwitchesComeBack() throws Exception {
        store();
        open(SandboxOptions.defaults(), 1100, 700);
        push(KeyCode.ALT, KeyCode.S);
        listed();
        double width = listWidth();
        push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
        until(() -> listWidth() > width);
        double wider = listWidth();
        doOnFx(() -> desktop.preferences().themeProperty().set(ThemeChoice.DARK));
        select("jobs-api");
        enableOpenWithBothSwitchesTurned();
        Rectangle2D place = onFx(() -> {
            stage.setX(30);
            stage.setY(40);
            return new Rectangle2D(30, 40, stage.getWidth(), stage.getHeight());
        });
        settle();
        closeAndOpenAgain();
        assertThat(onFx(() -> new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())))
                .isEqualTo(place);
        assertThat(onFx(() -> scene().getRoot().getStyleClass() + scene().getStylesheets().toString()))
                .contains("dark");
        push(KeyCode.ALT, KeyCode.S);
        listed();
        until(() -> "jobs-api".equals(desktop.shell().devboxes().selectedDevbox().name()));
        assertThat(listWidth()).isEqualTo(wider);
        untilText("Shop, port 5173, path /");
        select("localhost-only");
        assertThat(onFx(() -> TextsShown.in(stage))).noneMatch(text -> text.contains("Shop, port"));
        push(KeyCode.CONTROL, KeyCode.T);
        shown(".dialog-title");
        assertThat(focused()).as("open is never chosen already").isEqualTo("Authenticated");
        type(KeyCode.ENTER);
        until(() -> tunnel("localhost-only") != null);
        assertThat(tunnel("localhost-only").settings())
                .isEqualTo(new TunnelSettings(AuthMode.AUTHENTICATED, false, true));
        assertThat(Files.readString(folder.resolve("settings.json"))).doesNotContain(sandbox.key().reveal());
    }

    @Test
    void aNewDevboxOfTheSameBlueprintHasThePortsOfTheOldOne() throws Exception {
        store();
        open(SandboxOptions.defaults(), 1100, 700);
        push(KeyCode.ALT, KeyCode.S);
        listed();
        select("jobs-api");
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        type("8765");
        type(KeyCode.ENTER);
        untilText("Port 8765, path /");
        String blueprint = sandbox.devbox(sandbox.idOf("jobs-api")).blueprint();
        closeAndOpenAgain();
        String id = create("jobs-api-2", blueprint);
        push(KeyCode.ALT, KeyCode.S);
        until(() -> desktop.shell() != null && desktop.shell().devboxes().rows().size() == 7);
        doOnFx(() -> desktop.shell().devboxes().select(id));
        untilText("Port 8765, path /");
        untilText("Remembered from earlier devboxes of blueprint " + blueprint);
    }

    private String create(String name, String blueprint) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(sandbox.baseUrl().resolve("/v1/devboxes"))
                .header("Authorization", "Bearer " + sandbox.key().reveal())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers
                        .ofString("{\"name\":\"" + name + "\",\"blueprint_name\":\"" + blueprint + "\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
        return sandbox.idOf(name);
    }

    private void enableOpenWithBothSwitchesTurned() {
        push(KeyCode.CONTROL, KeyCode.T);
        shown(".dialog-title");
        type(KeyCode.RIGHT, KeyCode.TAB, KeyCode.SPACE, KeyCode.TAB, KeyCode.SPACE, KeyCode.TAB);
        type("5173");
        type(KeyCode.ENTER);
        untilText("Vite, port 5173");
        assertThat(tunnel("jobs-api").settings()).isEqualTo(new TunnelSettings(AuthMode.OPEN, false, true));
        doOnFx(() -> scene().lookup(".port-row").requestFocus());
        type(KeyCode.F2);
        type("Shop");
        type(KeyCode.ENTER);
        untilText("Shop, port 5173");
    }

    private void closeAndOpenAgain() throws Exception {
        doOnFx(desktop::close);
        FxToolkit.cleanupStages();
        FxToolkit.registerStage(Stage::new);
        store.close();
        sandbox.close();
        sandbox = Sandbox.start(SandboxOptions.defaults(), timeline);
        store();
        showAsItWas();
    }

    private void store() {
        store = new FileSettingsStore(folder.resolve("settings.json"), timeline);
        settings = store;
    }

    private double listWidth() {
        return onFx(() -> {
            Node list = scene().lookup("#devboxes");
            return list.getBoundsInParent().getWidth();
        });
    }

    private void select(String name) {
        String id = sandbox.idOf(name);
        assertThat(sandbox.devbox(id).status().kind()).isEqualTo(Kind.RUNNING);
        doOnFx(() -> desktop.shell().devboxes().select(id));
        until(() -> name.equals(desktop.shell().devboxes().selectedDevbox().name()));
    }
}
