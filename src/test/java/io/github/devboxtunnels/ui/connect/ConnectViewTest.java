package io.github.devboxtunnels.ui.connect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.service.Connector;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.DeferredTaskRunner;
import io.github.devboxtunnels.testing.FakeClipboard;
import io.github.devboxtunnels.testing.FakeGateways;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.Pictures;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.ui.common.Clipboards;
import io.github.devboxtunnels.ui.common.Copier;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Layers;
import io.github.devboxtunnels.ui.common.ToastLayer;
import io.github.devboxtunnels.ui.controls.BusyButton;
import io.github.devboxtunnels.ui.controls.Strip;
import io.github.devboxtunnels.ui.theme.ThemeManager;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectViewTest extends FxTest {

    private static final ApiOrigin HERE = ApiOrigin.parse("http://127.0.0.1:9001");

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final DeferredTaskRunner tasks = new DeferredTaskRunner(timeline);
    private final FakeClipboard clipboard = new FakeClipboard();
    private final List<Session> opened = new ArrayList<>();
    private Problem answer;
    private boolean browser = true;
    private ConnectViewModel model;
    private Stage stage;

    private void open(double width, double height, ThemeChoice theme) {
        model = new ConnectViewModel(tasks, new ConnectViewModel.Doors(this::connect,
                () -> new Connection(Connection.Kind.SANDBOX, HERE, AddressTemplate.derive(HERE), Secret.of("x")),
                clipboard::text, address -> browser), opened::add);
        stage = show(() -> {
            ToastLayer toasts = new ToastLayer(tasks);
            Copier copier = new Copier(new Clipboards(clipboard, tasks, () -> Duration.ZERO), toasts);
            ConnectView view = new ConnectView(model, copier, toasts);
            Layers root = new Layers(new StackPane(view), new DialogLayer(), toasts);
            root.sceneProperty().subscribe(scene -> {
                if (scene != null) {
                    ThemeManager themes = new ThemeManager();
                    themes.choiceProperty().set(theme);
                    themes.apply(scene);
                    view.focusFirst();
                }
            });
            return root;
        }, width, height);
        settle();
    }

    private Session connect(Connection connection) throws InterruptedException {
        if (answer != null) {
            throw new ProblemException(answer);
        }
        return new Connector(to -> new FakeRunloopApi(timeline), reader -> new FakeGateways(), timeline)
                .connect(connection);
    }

    private void finish() {
        doOnFx(tasks::finishAll);
        settle();
    }

    private static Problem unauthorised() {
        return new Problem.Unauthorised(new Problem.Reply(401, "no", null, "req_1"));
    }

    @Test
    void typingAKeyAndEnterConnects() {
        open(880, 560, ThemeChoice.LIGHT);
        robot.write("ak_typed");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(robot.lookup("#connect").queryAs(BusyButton.class).getText()).isEqualTo("Checking…");
        finish();
        assertThat(opened).extracting(session -> session.connection().key()).containsExactly(Secret.of("ak_typed"));
    }

    @Test
    void aRefusedKeyIsSaidAndCanBeCorrectedAtOnce() {
        open(880, 560, ThemeChoice.LIGHT);
        answer = unauthorised();
        robot.write("ak_wrong");
        robot.type(KeyCode.ENTER);
        settle();
        finish();
        Strip strip = robot.lookup(".strip").queryAs(Strip.class);
        assertThat(strip.isVisible()).isTrue();
        assertThat(strip.getAccessibleText()).contains("Runloop refused this key (401).");
        answer = null;
        robot.write("_no_right");
        assertThat(strip.isVisible()).isFalse();
        robot.type(KeyCode.ENTER);
        settle();
        finish();
        assertThat(opened.getFirst().connection().key()).isEqualTo(Secret.of("ak_wrong_no_right"));
    }

    @Test
    void escCancelsTheCheck() {
        open(880, 560, ThemeChoice.LIGHT);
        robot.write("ak");
        robot.type(KeyCode.ENTER);
        settle();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(tasks.waiting()).isZero();
        assertThat(robot.lookup("#connect").queryAs(BusyButton.class).getText()).isEqualTo("Connect");
        assertThat(model.form().keyProperty().get()).isEqualTo("ak");
    }

    @Test
    void altSTriesTheSandbox() {
        open(880, 560, ThemeChoice.LIGHT);
        robot.press(KeyCode.ALT, KeyCode.S).release(KeyCode.S, KeyCode.ALT);
        settle();
        finish();
        assertThat(opened.getFirst().connection().kind()).isEqualTo(Connection.Kind.SANDBOX);
    }

    @Test
    void theKeyIsBulletsUntilItIsShownAndBulletsAreNotCopied() {
        open(880, 560, ThemeChoice.LIGHT);
        robot.write("ak_planted");
        assertThat(shownText()).isEqualTo("•".repeat(10));
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat((String) onFx(() -> javafx.scene.input.Clipboard.getSystemClipboard().getString()))
                .isNotEqualTo("ak_planted");
        robot.type(KeyCode.TAB, KeyCode.SPACE);
        settle();
        assertThat(shownText()).isEqualTo("ak_planted");
    }

    @Test
    void theNextKeyIsBulletsAgain() {
        open(880, 560, ThemeChoice.LIGHT);
        robot.write("ak_first");
        robot.type(KeyCode.TAB, KeyCode.SPACE);
        settle();
        assertThat(shownText()).isEqualTo("ak_first");
        doOnFx(model::connect);
        finish();
        assertThat(opened).hasSize(1);
        doOnFx(() -> model.begin(opened.getFirst().connection()));
        clipboard.put("ak_second");
        doOnFx(model::paste);
        settle();
        assertThat(shownText()).isEqualTo("•".repeat(9));
        assertThat(robot.lookup("#api-key").query().getAccessibleRole()).isEqualTo(AccessibleRole.PASSWORD_FIELD);
    }

    private String shownText() {
        return robot.lookup("#api-key .text").queryAllAs(Text.class).stream()
                .map(Text::getText).filter(text -> !text.equals("ak_...")).findFirst().orElse("");
    }

    @Test
    void pasteReadsTheClipboard() {
        open(880, 560, ThemeChoice.LIGHT);
        clipboard.put("ak_pasted\n");
        robot.type(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        settle();
        assertThat(model.form().keyProperty().get()).isEqualTo("ak_pasted");
        robot.type(KeyCode.ENTER);
        settle();
        finish();
        assertThat(opened).hasSize(1);
    }

    @Test
    void aBaseUrlThatCannotBeUsedIsSaidUnderItsField() {
        open(880, 560, ThemeChoice.LIGHT);
        doOnFx(() -> {
            model.form().keyProperty().set("ak");
            model.form().baseUrlProperty().set("http://example.com");
        });
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(robot.lookup(".field-trouble").queryLabeled().getText()).contains("https://");
        assertThat(robot.lookup("#base-url").query().isFocused()).isTrue();
    }

    @Test
    void showingTheBaseUrlMovesTheKeyboardThere() {
        open(880, 560, ThemeChoice.LIGHT);
        answer = new Problem.Malformed("html");
        for (boolean advanced : new boolean[]{false, true}) {
            doOnFx(() -> {
                model.form().keyProperty().set("ak");
                model.form().advancedProperty().set(advanced);
                model.connect();
            });
            finish();
            robot.clickOn("Show the base URL");
            settle();
            assertThat(robot.lookup("#base-url").query().isFocused()).as("advanced open before: " + advanced).isTrue();
            assertThat(robot.lookup("#base-url").queryTextInputControl().getSelectedText())
                    .isEqualTo("https://api.runloop.ai");
        }
    }

    @Test
    void anAddressNoBrowserTookIsOfferedForCopying() {
        open(880, 560, ThemeChoice.LIGHT);
        browser = false;
        doOnFx(model::openKeysPage);
        finish();
        assertThat(robot.lookup("No browser opened").tryQuery()).isPresent();
        robot.type(KeyCode.F8, KeyCode.ENTER);
        settle();
        assertThat(clipboard.text()).isEqualTo("https://platform.runloop.ai/settings");
    }

    @Test
    void picturesOfItsStates() throws Exception {
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            for (int[] size : new int[][]{{880, 560}, {1440, 900}}) {
                open(size[0], size[1], theme);
                picture("first", theme, size);
                answer = unauthorised();
                doOnFx(() -> {
                    model.form().keyProperty().set("ak_0123456789abcdefghij");
                    model.form().advancedProperty().set(true);
                    model.connect();
                });
                picture("checking", theme, size);
                finish();
                picture("refused", theme, size);
            }
        }
    }

    private void picture(String state, ThemeChoice theme, int... size) throws Exception {
        settle();
        assertThat(Pictures.save(snapshot(stage.getScene()), "connect-" + state + "-"
                + theme.name().toLowerCase(Locale.ROOT) + "-" + size[0] + "x" + size[1])).exists();
    }
}
