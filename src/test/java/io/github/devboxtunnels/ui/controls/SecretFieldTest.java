package io.github.devboxtunnels.ui.controls;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.testing.ThemedScenes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretFieldTest extends FxTest {

    private static final String TOKEN = "tnl_7Qm2vXc9Lr4Ks8Wd1Zp6Tf3Yb5";

    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final SecretField field = new SecretField("Tunnel token", new ImmediateTaskRunner(timeline));
    private Stage stage;
    private int copies;

    @BeforeEach
    void window() {
        stage = show(() -> ThemedScenes.dress(new VBox(field, new Button("Other")), ThemeChoice.LIGHT), 600, 200);
        doOnFx(() -> {
            field.secretProperty().set(Secret.of(TOKEN));
            field.setOnCopy(() -> copies++);
            field.requestFocus();
        });
        settle();
    }

    private List<String> texts() {
        return onFx(() -> field.lookupAll("*").stream().filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText()).filter(text -> text != null && !text.isEmpty()).toList());
    }

    private void reveal() {
        robot.clickOn(eye());
        settle();
    }

    private Node eye() {
        return onFx(() -> field.lookup(".icon-button"));
    }

    private void pass(Duration time) {
        doOnFx(() -> timeline.advance(time));
        settle();
    }

    @Test
    void hiddenItShowsSixteenDiscsWhateverItsLength() {
        assertThat(onFx(() -> field.lookupAll(".disc"))).hasSize(16);
        assertThat(texts()).isEmpty();
        assertThat(field.getAccessibleText()).isEqualTo("Tunnel token, hidden");
        assertThat(field.getWidth()).isGreaterThanOrEqualTo(344);
    }

    @Test
    void revealedItCountsDownAndHidesAfterHalfAMinute() {
        double width = field.getWidth();
        reveal();
        assertThat(texts()).containsExactly(TOKEN, "hides in 30 s");
        assertThat(field.getAccessibleText()).isEqualTo("Tunnel token, shown");
        pass(Duration.ofSeconds(4));
        assertThat(texts()).contains("hides in 26 s");
        assertThat(field.getWidth()).isEqualTo(width);
        pass(Duration.ofSeconds(26));
        assertThat(texts()).isEmpty();
        assertThat(timeline.scheduled()).isZero();
    }

    @Test
    void theEyeWorksByKeyboardAndHidesAgain() {
        robot.type(KeyCode.TAB, KeyCode.ENTER);
        settle();
        assertThat(texts()).contains(TOKEN);
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(texts()).isEmpty();
    }

    @Test
    void itHidesWhenTheWindowLosesTheFocus() throws ReflectiveOperationException {
        reveal();
        loseFocus();
        assertThat(field.revealedProperty().get()).isFalse();
        assertThat(texts()).isEmpty();
    }

    /** What a platform tells a window; the headless one never takes the focus away by itself. */
    private void loseFocus() throws ReflectiveOperationException {
        Method told = Window.class.getDeclaredMethod("setFocused", boolean.class);
        told.setAccessible(true);
        onFx(() -> told.invoke(stage, false));
        settle();
    }

    @Test
    void itHidesWhenTheWindowIsMinimised() {
        reveal();
        doOnFx(() -> stage.setIconified(true));
        settle();
        assertThat(texts()).isEmpty();
        doOnFx(() -> stage.setIconified(false));
    }

    @Test
    void itHidesWhenTheWindowIsHidden() {
        reveal();
        doOnFx(stage::hide);
        settle();
        assertThat(texts()).isEmpty();
    }

    @Test
    void itHidesWhenTheSecretChanges() {
        reveal();
        doOnFx(() -> field.secretProperty().set(Secret.of("tnl_other")));
        settle();
        assertThat(texts()).isEmpty();
        doOnFx(() -> field.secretProperty().set(null));
        assertThat(field.getAccessibleText()).isEqualTo("Tunnel token, none");
    }

    @Test
    void ctrlCCopiesWhetherShownOrNot() {
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        settle();
        reveal();
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        settle();
        assertThat(copies).isEqualTo(2);
    }
}
