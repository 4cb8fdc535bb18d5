package io.github.devboxtunnels.ui.controls;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.testing.ThemedScenes;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

import static org.assertj.core.api.Assertions.assertThat;

class ChoicesTest extends FxTest {

    private final Button before = new Button("Before");
    private final Button after = new Button("After");

    private void page(Node node) {
        show(() -> ThemedScenes.dress(new VBox(12, before, node, after), ThemeChoice.LIGHT), 700, 300);
        doOnFx(before::requestFocus);
    }

    private FilterChips<Integer> chips() {
        FilterChips<Integer> chips = new FilterChips<>();
        for (int i = 0; i < 4; i++) {
            FilterChip chip = new FilterChip("Chip " + i);
            chip.countProperty().set(String.valueOf(i));
            chips.add(i, chip);
        }
        return chips;
    }

    @Test
    void chipsAreOneTabStopWithArrows() {
        FilterChips<Integer> chips = chips();
        page(chips);
        robot.type(KeyCode.TAB, KeyCode.RIGHT);
        settle();
        assertThat(chips.valueProperty().get()).isEqualTo(1);
        robot.type(KeyCode.END);
        assertThat(chips.valueProperty().get()).isEqualTo(3);
        robot.type(KeyCode.RIGHT);
        assertThat(chips.valueProperty().get()).isEqualTo(3);
        robot.type(KeyCode.LEFT);
        assertThat(chips.valueProperty().get()).isEqualTo(2);
        robot.type(KeyCode.HOME);
        assertThat(chips.valueProperty().get()).isZero();
        robot.type(KeyCode.TAB);
        settle();
        assertThat(after.isFocused()).isTrue();
    }

    @Test
    void aChosenChipStaysChosen() {
        FilterChips<Integer> chips = chips();
        page(chips);
        robot.clickOn(chips.getChildren().get(2));
        robot.clickOn(chips.getChildren().get(2));
        settle();
        assertThat(chips.valueProperty().get()).isEqualTo(2);
        assertThat(chips.getChildren()).filteredOn(chip -> ((FilterChip) chip).isSelected()).hasSize(1);
        assertThat(chips.getChildren().get(2).getAccessibleText()).isEqualTo("Chip 2, 2");
    }

    private CardChoice<String> cards() {
        CardChoice<String> cards = new CardChoice<>();
        cards.add("authenticated", Feather.LOCK, "Authenticated", "Callers need a token.", false);
        cards.add("open", Feather.GLOBE, "Open", "Anyone with the link reaches every port on this devbox, and that is"
                + " so much text that it takes several lines.", true);
        return cards;
    }

    @Test
    void theWholeCardIsTheTarget() {
        CardChoice<String> cards = cards();
        page(cards);
        assertThat(cards.valueProperty().get()).isEqualTo("authenticated");
        robot.clickOn((Node) robot.lookup(".choice-words").nth(1).query());
        settle();
        assertThat(cards.valueProperty().get()).isEqualTo("open");
        assertThat(cards.focusTarget().queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(true);
    }

    @Test
    void cardsAreOneTabStopWithArrows() {
        CardChoice<String> cards = cards();
        page(cards);
        robot.type(KeyCode.TAB, KeyCode.RIGHT);
        settle();
        assertThat(cards.valueProperty().get()).isEqualTo("open");
        assertThat(cards.focusTarget().isFocusVisible()).isTrue();
        robot.type(KeyCode.RIGHT);
        assertThat(cards.valueProperty().get()).isEqualTo("authenticated");
        robot.type(KeyCode.TAB);
        settle();
        assertThat(after.isFocused()).isTrue();
    }

    @Test
    void cardsAreEquallyWideAndHigh() {
        CardChoice<String> cards = cards();
        page(cards);
        Node first = cards.getChildren().getFirst();
        Node second = cards.getChildren().getLast();
        assertThat(first.getLayoutBounds().getWidth()).isEqualTo(second.getLayoutBounds().getWidth());
        assertThat(first.getLayoutBounds().getHeight()).isEqualTo(second.getLayoutBounds().getHeight());
        assertThat(cards.getHeight()).isLessThan(140);
    }
}
