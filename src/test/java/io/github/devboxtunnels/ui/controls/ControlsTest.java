package io.github.devboxtunnels.ui.controls;

import java.time.Duration;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.stage.Stage;
import javafx.stage.Window;

import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.testing.ThemedScenes;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Focus;
import io.github.devboxtunnels.ui.common.Layers;
import io.github.devboxtunnels.ui.common.ToastLayer;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import static org.assertj.core.api.Assertions.assertThat;

class ControlsTest extends FxTest {

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final ImmediateTaskRunner tasks = new ImmediateTaskRunner(timeline);
    private int fired;

    private Stage page(Node... nodes) {
        Parent root = onFx(() -> new Layers(new VBox(12, nodes), new DialogLayer(), new ToastLayer(tasks)));
        return show(() -> ThemedScenes.dress(root, ThemeChoice.LIGHT), 800, 500);
    }

    private void pass(Duration time) {
        doOnFx(() -> timeline.advance(time));
        settle();
    }

    @Test
    void anUnavailableButtonKeepsTheFocusIgnoresItsActionAndSaysWhy() {
        Button first = new Button("First");
        Button suspend = Buttons.of("Suspend");
        suspend.setOnAction(e -> fired++);
        SimpleStringProperty reason = new SimpleStringProperty("Offline since 14:32.");
        Unavailable.bind(suspend, reason);
        Button clicked = Buttons.of("Remove…");
        clicked.setOnAction(e -> fired++);
        Unavailable.set(clicked, "Offline since 14:32.");
        page(first, suspend, clicked);
        robot.clickOn(clicked);
        doOnFx(first::requestFocus);
        robot.type(KeyCode.TAB, KeyCode.ENTER);
        settle();
        assertThat(fired).isZero();
        assertThat(suspend.isFocused()).isTrue();
        assertThat(suspend.getAccessibleHelp()).isEqualTo("Offline since 14:32.");
        assertThat(Unavailable.is(suspend)).isTrue();
        assertThat(clicked.getOpacity()).isEqualTo(0.45);
        assertThat(onFx(() -> Window.getWindows().stream().filter(Window::isShowing).count())).isEqualTo(2);
        doOnFx(() -> reason.set(null));
        settle();
        assertThat(Unavailable.is(suspend)).isFalse();
        assertThat(onFx(() -> Window.getWindows().stream().filter(Window::isShowing).count())).isEqualTo(1);
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(fired).isEqualTo(1);
    }

    @Test
    void aBusyButtonKeepsWidthAndFocusAndIgnoresEnter() {
        BusyButton enable = new BusyButton("Enable tunnel", "Enabling…", Buttons.PRIMARY);
        enable.setOnAction(e -> fired++);
        page(enable);
        doOnFx(enable::requestFocus);
        double width = enable.getWidth();
        doOnFx(() -> enable.busyProperty().set(true));
        settle();
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(fired).isZero();
        assertThat(enable.getText()).isEqualTo("Enabling…");
        assertThat(enable.getWidth()).isEqualTo(width);
        assertThat(enable.isFocused()).isTrue();
        doOnFx(() -> enable.busyProperty().set(false));
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(fired).isEqualTo(1);
    }

    @Test
    void aLongNoteOfAnEmptyStateIsCentredLineByLine() {
        EmptyState empty = new EmptyState("No tunnel", "").note(null, "Files are kept. Services start again only if"
                + " an entrypoint or a launch command starts them, and this goes on to a second line at this width.");
        empty.setMaxWidth(400);
        page(empty);
        Text note = robot.lookup(".empty-note .text").queryAs(Text.class);
        assertThat(onFx(() -> note.getLayoutBounds().getHeight())).as("two lines").isGreaterThan(25);
        assertThat(note.getTextAlignment()).isEqualTo(TextAlignment.CENTER);
    }

    @Test
    void aCopyShowsATickForAMomentAndIsAnnounced() {
        boolean[] works = {true};
        CopyButton copy = new CopyButton("Copy address", "Address copied", () -> works[0], tasks);
        Stage stage = page(copy);
        doOnFx(copy::requestFocus);
        double width = copy.getWidth();
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(icon(copy)).isEqualTo(Feather.CHECK);
        assertThat(copy.getWidth()).isEqualTo(width);
        assertThat(copy.isFocused()).isTrue();
        assertThat(stage.getScene().getRoot().getChildrenUnmodifiable().getLast().getAccessibleText())
                .isEqualTo("Address copied");
        pass(Duration.ofMillis(1500));
        assertThat(icon(copy)).isEqualTo(Feather.COPY);
        works[0] = false;
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(icon(copy)).isEqualTo(Feather.ALERT_CIRCLE);
    }

    private static Object icon(Labeled node) {
        return ((FontIcon) node.getGraphic()).getIconCode();
    }

    @Test
    void theMenuOfASplitButtonOpensByKeyboardAndAnswersToFirstLetters() {
        SplitCopyButton split = new SplitCopyButton("Copy", "Token copied", () -> {
            fired += 100;
            return true;
        }, tasks);
        split.setMenu(() -> Menus.of(Menus.title("Contains the token"),
                new MenuRow(Feather.KEY, "Token", "T", () -> fired++),
                new MenuRow(Feather.TAG, "Header line", null, () -> fired += 10)));
        page(split);
        double width = split.getWidth();
        doOnFx(() -> split.mainPart().requestFocus());
        robot.type(KeyCode.DOWN);
        settle();
        robot.type(KeyCode.H, KeyCode.ENTER);
        settle();
        assertThat(fired).isEqualTo(10);
        doOnFx(() -> split.mainPart().requestFocus());
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(fired).isEqualTo(110);
        assertThat(split.mainPart().getText()).isEqualTo("Copied");
        assertThat(split.getWidth()).isEqualTo(width);
    }

    @Test
    void theWholeRowOfASwitchIsTheTargetAndSpaceToggles() {
        SwitchRow keep = new SwitchRow("Keep awake on traffic");
        keep.hintProperty().set("Traffic restarts the timer.");
        page(keep);
        robot.clickOn("Traffic restarts the timer.");
        settle();
        assertThat(keep.selectedProperty().get()).isTrue();
        robot.type(KeyCode.SPACE);
        settle();
        assertThat(keep.selectedProperty().get()).isFalse();
        robot.clickOn(keep.getSwitch());
        settle();
        assertThat(keep.selectedProperty().get()).isTrue();
        assertThat(keep.getSwitch().getAccessibleText()).isEqualTo("Keep awake on traffic");
    }

    @Test
    void aRuledSwitchSaysByWhatAndStays() {
        SwitchRow wake = new SwitchRow("Wake on HTTP");
        wake.hintProperty().set("A request resumes it.");
        wake.selectedProperty().set(true);
        wake.ruledProperty().set("Set by the devbox.");
        page(wake);
        robot.clickOn("Set by the devbox.");
        settle();
        assertThat(wake.selectedProperty().get()).isTrue();
        assertThat(robot.lookup("A request resumes it.").tryQuery()).isEmpty();
    }

    @Test
    void escClearsASearchAndThenGoesOn() {
        SearchField search = new SearchField("Search devboxes", "Ctrl+F");
        Stage stage = page(search);
        doOnFx(() -> stage.getScene().addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                fired++;
            }
        }));
        doOnFx(search::requestFocus);
        robot.write("api");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(search.getText()).isEmpty();
        assertThat(fired).isZero();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(fired).isEqualTo(1);
    }

    @Test
    void theArcTurnsOnlyWhileItsWindowShows() {
        StatusGlyph moving = new StatusGlyph(StatusGlyph.Kind.MOVING);
        StatusGlyph unknown = new StatusGlyph(StatusGlyph.Kind.UNKNOWN);
        assertThat(moving.isTurning()).isFalse();
        Stage stage = page(moving, unknown);
        assertThat(moving.isTurning()).isTrue();
        assertThat(unknown.isTurning()).isFalse();
        doOnFx(stage::hide);
        settle();
        assertThat(moving.isTurning()).isFalse();
        doOnFx(stage::show);
        settle();
        assertThat(moving.isTurning()).isTrue();
        doOnFx(() -> moving.setKind(StatusGlyph.Kind.RUNNING));
        assertThat(moving.isTurning()).isFalse();
    }

    @Test
    void focusMovedByTheProgramShowsTheRingWhenAsked() {
        Button one = new Button("One");
        TextField two = new TextField();
        page(one, two);
        doOnFx(two::requestFocus);
        doOnFx(() -> Focus.visibly(one));
        assertThat(one.isFocusVisible()).isTrue();
        doOnFx(() -> Focus.visibly(two));
        assertThat(two.isFocusVisible()).isTrue();
    }

    @Test
    void aBadgeSaysWhoMayUseTheTunnel() {
        Badge badge = new Badge();
        assertThat(badge.isManaged()).isFalse();
        badge.show(Badge.Kind.LOCK);
        assertThat(badge.getAccessibleText()).isEqualTo("Authenticated tunnel");
        badge.show(Badge.Kind.OPEN, "public");
        assertThat(badge.getText()).isEqualTo("Open");
        assertThat(badge.getTooltip().getText()).isEqualTo("public");
    }

    @Test
    void anIconButtonIsNamedAndItsTooltipShowsTheKey() {
        IconButton button = new IconButton(Feather.REFRESH_CW, "Refresh", "F5");
        assertThat(button.getAccessibleText()).isEqualTo("Refresh");
        assertThat(button.getTooltip().getText()).isEqualTo("Refresh  F5");
    }

    @Test
    void theKeyOfAnAddressIsShortenedForEyesAndEars() {
        ElidedAddress address = new ElidedAddress();
        address.show("https://", "3000-h4t9abcdefghij7i0q", ".tunnel.runloop.ai");
        assertThat(address.getAccessibleText()).isEqualTo("https://3000-h4t9…7i0q.tunnel.runloop.ai");
        assertThat(ElidedAddress.elide("80-abcdefghi")).isEqualTo("80-abcdefghi");
        assertThat(ElidedAddress.elide("80-ab-cdefghij")).isEqualTo("80-ab-c…ghij");
    }
}
