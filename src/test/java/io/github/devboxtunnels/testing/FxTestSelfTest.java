package io.github.devboxtunnels.testing;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FxTestSelfTest extends FxTest {

    @Test
    void clicksAndTypesAndTakesPictures() {
        int[] fired = {0, 0};
        var stage = show(() -> {
            Button first = new Button("First");
            first.setOnAction(e -> fired[0]++);
            Button second = new Button("Second");
            second.setOnAction(e -> fired[1]++);
            return new VBox(first, second);
        }, 1440, 900);
        robot.clickOn("First");
        robot.type(KeyCode.TAB, KeyCode.SPACE);
        settle();
        assertThat(fired).containsExactly(1, 1);
        assertThat(snapshot(stage.getScene()).getWidth()).isEqualTo(1440);
    }
}
