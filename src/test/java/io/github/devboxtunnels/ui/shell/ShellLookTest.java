package io.github.devboxtunnels.ui.shell;

import java.time.Duration;
import java.util.List;

import javafx.stage.Stage;

import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.Pictures;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures of the window in its states, to be looked at beside the design. */
class ShellLookTest extends FxTest {

    private ShellFixture fixture = new ShellFixture();

    private Stage open(Connection connection, ThemeChoice theme, double width, double height) {
        Stage stage = onFx(Stage::new);
        onFx(() -> {
            fixture.open(stage, connection, theme, width, height);
            return null;
        });
        settle();
        return stage;
    }

    private void read(Duration more) {
        fixture.advance(Duration.ofMillis(1));
        Awaitility.await().until(() -> onFx(() -> !fixture.model.devboxes().rows().isEmpty()));
        fixture.advance(more);
        settle();
        Awaitility.await().until(() -> onFx(() -> fixture.model.devboxes().rows().size()) >= 12);
        settle();
    }

    private void save(Stage stage, String state, ThemeChoice theme) throws Exception {
        assertThat(Pictures.save(snapshot(stage.getScene()), "main-" + state + "-"
                + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + (int) stage.getScene().getWidth() + "x"
                + (int) stage.getScene().getHeight())).exists();
    }

    @Test
    void theAccountOfTheDesign() throws Exception {
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            for (int[] size : new int[][]{{880, 560}, {1440, 900}}) {
                fixture = new ShellFixture();
                Accounts.fill(fixture.api);
                Stage stage = open(ShellFixture.account(), theme, size[0], size[1]);
                read(Duration.ofSeconds(4));
                fixture.api.put(Devboxes.failed("bench-arm64"));
                doOnFx(() -> {
                    fixture.model.devboxes().select("dbx_api-server");
                    fixture.view.toList();
                });
                settle();
                save(stage, "list", theme);
                close(stage);
            }
        }
    }

    @Test
    void offlineAndStale() throws Exception {
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            fixture = new ShellFixture();
            Accounts.fill(fixture.api);
            Stage stage = open(ShellFixture.account(), theme, 1440, 900);
            read(Duration.ofSeconds(4));
            fixture.api.breakDown(new Problem.Offline("refused"));
            for (int i = 0; i < 60; i++) {
                fixture.advance(Duration.ofSeconds(1));
            }
            settle();
            save(stage, "offline", theme);
            close(stage);
        }
    }

    @Test
    void theSandbox() throws Exception {
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            fixture = new ShellFixture();
            Accounts.fill(fixture.api);
            Stage stage = open(ShellFixture.sandbox(), theme, 880, 560);
            read(Duration.ofSeconds(4));
            save(stage, "sandbox", theme);
            close(stage);
        }
    }

    @Test
    void nothingToShow() throws Exception {
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            fixture = new ShellFixture();
            Stage stage = open(ShellFixture.account(), theme, 1440, 900);
            fixture.advance(Duration.ofMillis(1));
            Awaitility.await().until(() -> onFx(() -> fixture.model.devboxes()
                    .stateProperty().get() instanceof io.github.devboxtunnels.ui.devboxes.ListState.EmptyAccount));
            settle();
            save(stage, "empty", theme);
            Accounts.fill(fixture.api);
            fixture.advance(Duration.ofSeconds(6));
            settle();
            doOnFx(() -> fixture.model.devboxes().queryProperty().set("nowhere"));
            Awaitility.await().until(() -> onFx(() -> fixture.model.devboxes()
                    .stateProperty().get() instanceof io.github.devboxtunnels.ui.devboxes.ListState.NoMatch));
            settle();
            save(stage, "no-match", theme);
            close(stage);
        }
    }

    private void close(Stage stage) {
        doOnFx(stage::close);
        fixture.close();
    }

    @AfterEach
    void closeFixture() {
        fixture.close();
    }
}
