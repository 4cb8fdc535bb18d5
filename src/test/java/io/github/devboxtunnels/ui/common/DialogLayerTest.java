package io.github.devboxtunnels.ui.common;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.testing.ThemedScenes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

class DialogLayerTest extends FxTest {

    /** The scene works in single precision. */
    private static final double ROUNDING = 0.001;

    private final DialogLayer dialogs = new DialogLayer();
    private final Button opener = new Button("Enable tunnel…");
    private final Button other = new Button("Other");
    private final Sheet sheet = new Sheet();
    private int scenePresses;

    private Stage window(double height) {
        Stage stage = show(() -> ThemedScenes.dress(new Layers(new VBox(opener, other), dialogs,
                new ToastLayer(new ImmediateTaskRunner(new SimulatedTimeline()))), ThemeChoice.LIGHT), 880, height);
        doOnFx(opener::requestFocus);
        return stage;
    }

    private void open() {
        doOnFx(() -> sheet.handle = dialogs.show(sheet));
        settle();
    }

    private Node focused() {
        return onFx(() -> dialogs.getScene().getFocusOwner());
    }

    @Test
    void itOpensOnItsFirstFieldWithTheRingAndGivesTheFocusBack() {
        window(560);
        open();
        assertThat(focused()).isSameAs(sheet.field);
        assertThat(sheet.field.isFocusVisible()).isTrue();
        assertThat(dialogs.showingProperty().get()).isTrue();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(sheet.cancelled).isEqualTo(1);
        assertThat(focused()).isSameAs(opener);
        await().until(() -> onFx(() -> !dialogs.isVisible()));
    }

    @Test
    void oneThatCannotWaitLaysTheOtherAside() {
        window(560);
        open();
        robot.write("3000");
        Sheet urgent = new Sheet();
        doOnFx(() -> urgent.handle = dialogs.showAbove(urgent));
        settle();
        assertThat(focused()).isSameAs(urgent.field);
        assertThat(onFx(() -> sheet.field.getScene())).as("Enter must not reach its default button").isNull();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(urgent.cancelled).isEqualTo(1);
        assertThat(sheet.cancelled).isZero();
        assertThat(focused()).isSameAs(sheet.field);
        assertThat(sheet.field.getText()).as("nothing typed is lost").isEqualTo("3000");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(focused()).isSameAs(opener);
    }

    @Test
    void oneLaidAsideMayCloseByItself() {
        window(560);
        open();
        Sheet urgent = new Sheet();
        doOnFx(() -> urgent.handle = dialogs.showAbove(urgent));
        doOnFx(sheet.handle::close);
        settle();
        assertThat(focused()).isSameAs(urgent.field);
        doOnFx(urgent.handle::close);
        settle();
        assertThat(focused()).isSameAs(opener);
        await().until(() -> onFx(() -> !dialogs.isVisible()));
    }

    @Test
    void tabStaysInside() {
        window(560);
        open();
        robot.type(KeyCode.TAB);
        assertThat(focused()).isSameAs(sheet.cancel);
        robot.type(KeyCode.TAB);
        assertThat(focused()).isSameAs(sheet.enable);
        robot.type(KeyCode.TAB);
        assertThat(focused()).isSameAs(sheet.field);
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertThat(focused()).isSameAs(sheet.enable);
    }

    @Test
    void escIsIgnoredWhileItWorks() {
        window(560);
        open();
        doOnFx(() -> sheet.busy.set(true));
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(sheet.cancelled).isZero();
    }

    @Test
    void shortcutsOfThePageDoNotReachThePage() {
        Stage stage = window(560);
        doOnFx(() -> stage.getScene().setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.K) {
                scenePresses++;
            }
        }));
        open();
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        settle();
        assertThat(scenePresses).isZero();
    }

    @Test
    void thePageUnderItCannotBeClicked() {
        window(560);
        int[] fired = {0};
        doOnFx(() -> other.setOnAction(e -> fired[0]++));
        open();
        robot.clickOn(other);
        settle();
        assertThat(fired[0]).isZero();
    }

    @Test
    void inALowWindowTheContentScrollsAndTheFooterStays() {
        window(300);
        sheet.filler.setMinHeight(600);
        open();
        Bounds button = onFx(() -> sheet.enable.localToScene(sheet.enable.getLayoutBounds()));
        Bounds dialog = onFx(() -> {
            Node node = dialogs.lookup(".dialog");
            return node.localToScene(node.getLayoutBounds());
        });
        assertThat(dialog.getHeight()).isCloseTo(300 - 32, within(ROUNDING));
        assertThat(button.getMaxY()).isLessThan(dialog.getMaxY());
        assertThat(dialog.getWidth()).isCloseTo(560, within(ROUNDING));
    }

    @Test
    void itGrowsDownwards() {
        window(700);
        open();
        double before = onFx(() -> dialogs.lookup(".dialog").getLayoutY());
        doOnFx(() -> sheet.filler.setMinHeight(160));
        settle();
        assertThat(onFx(() -> dialogs.lookup(".dialog").getLayoutY())).isEqualTo(before);
    }

    @Test
    void oneDialogAtATime() {
        window(560);
        open();
        doOnFx(() -> assertThatThrownBy(() -> dialogs.show(new Sheet())).isInstanceOf(IllegalStateException.class));
    }

    private static final class Sheet implements DialogContent {
        private final TextField field = new TextField();
        private final Region filler = new Region();
        private final Button cancel = new Button("Cancel");
        private final Button enable = new Button("Enable tunnel");
        private final SimpleBooleanProperty busy = new SimpleBooleanProperty();
        private DialogLayer.Handle handle;
        private int cancelled;

        @Override
        public String title() {
            return "Enable a tunnel on agent-43";
        }

        @Override
        public Node body() {
            return new VBox(field, filler);
        }

        @Override
        public Node footer() {
            return DialogLayer.footer(null, cancel, enable);
        }

        @Override
        public Node initialFocus() {
            return field;
        }

        @Override
        public ObservableBooleanValue busy() {
            return busy;
        }

        @Override
        public void cancel() {
            cancelled++;
            handle.close();
        }
    }
}
