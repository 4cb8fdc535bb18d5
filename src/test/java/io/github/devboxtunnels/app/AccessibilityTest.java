package io.github.devboxtunnels.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

import io.github.devboxtunnels.testing.Devboxes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a screen reader can say: a name for every button without words, a label for every field. */
class AccessibilityTest extends DesktopFixture {

    @Test
    void connectHasANameForEverything() {
        openEmpty(1200, 760);
        robot.type(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        settle();
        assertThat(nameless()).isEmpty();
    }

    @Test
    void listPageAndDialogHaveANameForEverything() {
        api.put(Devboxes.running("agent-43"), Devboxes.running("api-server").authenticated());
        openConnected(1200, 760);
        until(() -> desktop.shell().devboxes().rows().size() == 2);
        assertThat(nameless()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        settle();
        assertThat(nameless()).isEmpty();
        robot.type(KeyCode.ESCAPE);
        doOnFx(() -> desktop.shell().devboxes().select("dbx_agent-43"));
        robot.push(KeyCode.CONTROL, KeyCode.T);
        shown(".dialog-title");
        assertThat(nameless()).isEmpty();
    }

    @Test
    void aNamelessButtonOrFieldWouldBeFound() {
        openEmpty(1200, 760);
        doOnFx(() -> ((Pane) scene().getRoot()).getChildren().addAll(new Button(), new TextField()));
        assertThat(nameless()).hasSize(2);
    }

    private List<String> nameless() {
        return onFx(() -> {
            List<String> found = new ArrayList<>();
            Set<Node> labelled = all(".label").stream().filter(Label.class::isInstance)
                    .map(label -> ((Label) label).getLabelFor()).filter(node -> node != null)
                    .collect(Collectors.toSet());
            for (Node node : robot.lookup((Node each) -> true).<Node>queryAll()) {
                boolean button = node instanceof ButtonBase && blank(((Labeled) node).getText());
                boolean field = node instanceof TextInputControl && !labelled.contains(node);
                if (shows(node) && (button || field) && blank(node.getAccessibleText())
                        && blank((String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT))) {
                    found.add(node.toString());
                }
            }
            return found;
        });
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
