package io.github.devboxtunnels.ui.tunnel;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BiConsumer;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.Pictures;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PagePicturesTest extends FxTest {

    private static Devboxes apiServer() {
        return Devboxes.running("api-server").id("dbx_31CYkLq8vTn5wZ0pRb2Xs").blueprint("node-22")
                .metadata("owner", "ci-bot").metadata("team", "checkout").suspendsAfter(Duration.ofMinutes(15))
                .since(SimulatedTimeline.START.minus(Duration.ofMinutes(134)))
                .tunnel(new TunnelSettings(AuthMode.AUTHENTICATED, true, true));
    }

    private static Devboxes agent() {
        return Devboxes.running("agent-43").id("dbx_31CaV7pHc2sKx9QdNm4Ty").blueprint("py-agent")
                .metadata("task", "issue-1182").suspendsAfter(Duration.ofMinutes(15))
                .since(SimulatedTimeline.START.minus(Duration.ofMinutes(8)));
    }

    private static final ListedPort[] THREE = {ListedPort.of(3000, "/"), new ListedPort("API", 8080, "/health"),
            ListedPort.of(8888, "/lab")};

    private void picture(String name, String theme, int width, int height, PageFixture fixture, String id,
            BiConsumer<PageWindow, Stage> steps) throws IOException {
        PageWindow[] window = new PageWindow[1];
        Stage stage = show(() -> {
            window[0] = new PageWindow(fixture, id, width, ThemeChoice.valueOf(theme));
            return window[0].root;
        }, width, height);
        doOnFx(() -> window[0].themes.apply(stage.getScene()));
        settle();
        steps.accept(window[0], stage);
        settle();
        fixture.timeline.advance(Duration.ZERO);
        settle();
        var picture = snapshot(stage.getScene());
        assertThat(picture.getWidth()).isEqualTo(width);
        Pictures.save(picture, "page-" + name + "-" + theme.toLowerCase(java.util.Locale.ROOT) + "-" + width + "x"
                + height);
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,880,560", "DARK,880,560", "LIGHT,1440,900", "DARK,1440,900"})
    void authenticated(String theme, int width, int height) throws IOException {
        Devboxes devbox = apiServer();
        picture("authenticated", theme, width, height, new PageFixture().listed(devbox, THREE).start(devbox),
                devbox.build().id(), (window, stage) -> {
                });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,880,560", "DARK,880,560", "LIGHT,1440,900", "DARK,1440,900"})
    void open(String theme, int width, int height) throws IOException {
        Devboxes devbox = apiServer().tunnel(new TunnelSettings(AuthMode.OPEN, false, false));
        picture("open", theme, width, height, new PageFixture().listed(devbox, THREE).start(devbox),
                devbox.build().id(), (window, stage) -> doOnFx(window.view::focusFirst));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,880,560", "DARK,880,560", "LIGHT,1440,900", "DARK,1440,900"})
    void none(String theme, int width, int height) throws IOException {
        Devboxes devbox = agent();
        picture("none", theme, width, height,
                new PageFixture().listed(Devboxes.running("agent-42").blueprint("py-agent"), ListedPort.of(3000, "/"),
                        ListedPort.of(5173, "/")).start(devbox),
                devbox.build().id(), (window, stage) -> doOnFx(window.view::focusFirst));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,880,560", "DARK,880,560", "LIGHT,1440,900", "DARK,1440,900"})
    void asleep(String theme, int width, int height) throws IOException {
        Devboxes devbox = Devboxes.suspended("feature-login").blueprint("node-22")
                .since(SimulatedTimeline.START.minus(Duration.ofDays(5)));
        picture("asleep", theme, width, height, new PageFixture().start(devbox), devbox.build().id(),
                (window, stage) -> {
                });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,880,560", "DARK,880,560", "LIGHT,1440,900", "DARK,1440,900"})
    void copied(String theme, int width, int height) throws IOException {
        Devboxes devbox = apiServer();
        picture("copied", theme, width, height, new PageFixture().listed(devbox, THREE).start(devbox),
                devbox.build().id(), (window, stage) -> {
                    doOnFx(window.view::focusFirst);
                    robot.type(KeyCode.SPACE);
                });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,880,560", "DARK,880,560", "LIGHT,1440,900", "DARK,1440,900"})
    void editing(String theme, int width, int height) throws IOException {
        Devboxes devbox = apiServer();
        picture("editing", theme, width, height, new PageFixture().listed(devbox, THREE).start(devbox),
                devbox.build().id(), (window, stage) -> {
                    doOnFx(window.view::addPort);
                    robot.write("8080");
                    robot.type(KeyCode.ENTER);
                });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,880,560", "DARK,880,560", "LIGHT,1440,900", "DARK,1440,900"})
    void remove(String theme, int width, int height) throws IOException {
        Devboxes devbox = apiServer();
        picture("remove", theme, width, height, new PageFixture().listed(devbox, THREE).start(devbox),
                devbox.build().id(), (window, stage) -> doOnFx(window.view::askToRemove));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,880,560", "DARK,880,560", "LIGHT,1440,900", "DARK,1440,900"})
    void removeFailed(String theme, int width, int height) throws IOException {
        Devboxes devbox = apiServer();
        PageFixture fixture = new PageFixture().listed(devbox, THREE).start(devbox);
        fixture.api.fail(Call.REMOVE, new Problem.Server(
                new Problem.Reply(500, "internal error releasing tunnel", null, "req_7f3a91c2e4")));
        picture("remove-failed", theme, width, height, fixture, devbox.build().id(), (window, stage) -> {
            doOnFx(window.model.card()::remove);
            await().until(() -> {
                fixture.timeline.advance(Duration.ofSeconds(1));
                return onFx(() -> window.model.card().troubleProperty().get() != null);
            });
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,880,560", "DARK,880,560", "LIGHT,1440,900", "DARK,1440,900"})
    void dialog(String theme, int width, int height) throws IOException {
        Devboxes devbox = agent();
        picture("dialog-authenticated", theme, width, height, new PageFixture().start(devbox), devbox.build().id(),
                (window, stage) -> doOnFx(() -> {
                    window.model.enable();
                    window.model.dialogProperty().get().ports().textProperty().set("3000, 8080");
                }));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,880,560", "DARK,880,560", "LIGHT,1440,900", "DARK,1440,900"})
    void dialogOpen(String theme, int width, int height) throws IOException {
        Devboxes devbox = agent();
        picture("dialog-open", theme, width, height, new PageFixture().start(devbox), devbox.build().id(),
                (window, stage) -> {
                    doOnFx(() -> {
                        window.model.enable();
                        window.model.dialogProperty().get().ports().textProperty().set("3000, 8080");
                        window.model.dialogProperty().get().wakeProperty().set(true);
                    });
                    settle();
                    robot.type(KeyCode.RIGHT);
                });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,880,560", "DARK,880,560", "LIGHT,1440,900", "DARK,1440,900"})
    void dialogError(String theme, int width, int height) throws IOException {
        Devboxes devbox = agent();
        PageFixture fixture = new PageFixture().start(devbox);
        fixture.api.fail(Call.ENABLE, new Problem.Server(
                new Problem.Reply(500, "internal error allocating tunnel", null, "req_7f3a91c2e4")));
        picture("dialog-error", theme, width, height, fixture, devbox.build().id(), (window, stage) -> {
            doOnFx(() -> {
                window.model.enable();
                window.model.dialogProperty().get().ports().textProperty().set("3000, 8080");
            });
            settle();
            robot.type(KeyCode.ENTER);
            await().until(() -> {
                fixture.timeline.advance(Duration.ofSeconds(1));
                return onFx(() -> window.model.dialogProperty().get().troubleProperty().get() != null);
            });
        });
    }
}
