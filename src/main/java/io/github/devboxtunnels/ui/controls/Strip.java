package io.github.devboxtunnels.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import io.github.devboxtunnels.ui.common.Announcer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A message inside a dialog or a card: icon, lead in bold, text, a second line, a link or a button. */
public final class Strip extends HBox {

    private final TextFlow first = new TextFlow();
    private final TextFlow second = new TextFlow();
    private final StackPane end = new StackPane();
    private String lead = "";
    private String text = "";
    private @Nullable Hyperlink link;

    /** What the message is about. */
    public enum Kind {
        /** Something to know. */
        INFO,
        /** Something went well. */
        SUCCESS,
        /** Something to beware of. */
        WARNING,
        /** Something failed. */
        DANGER
    }

    /** Without words at first. */
    public Strip(Kind kind) {
        getStyleClass().add("strip");
        pseudoClassStateChanged(PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)), true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAlignment(Pos.TOP_LEFT);
        second.setManaged(false);
        VBox lines = new VBox(first, second);
        lines.getStyleClass().add("strip-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        end.setManaged(false);
        end.getStyleClass().add("strip-end");
        getChildren().addAll(Icons.of(icon(kind)), lines, end);
    }

    /** The first words, in bold. */
    public void setLead(String words) {
        lead = words;
        refresh();
    }

    /** What follows them. */
    public void setText(String words) {
        text = words;
        refresh();
    }

    /**
     * The second line.
     *
     * @param words or null for none
     * @param mono what follows in mono, or null
     */
    public void setDetail(@Nullable String words, @Nullable String mono) {
        List<Node> parts = new ArrayList<>();
        if (words != null) {
            parts.add(text(mono == null ? words : words + " ", "muted"));
        }
        if (mono != null) {
            Text code = text(mono, "muted");
            code.getStyleClass().add("mono");
            parts.add(code);
        }
        second.getChildren().setAll(parts);
        second.setManaged(!parts.isEmpty());
        second.setVisible(!parts.isEmpty());
    }

    /** A link after the text, or none. */
    public void setLink(@Nullable String words, @Nullable Runnable action) {
        if (words == null || action == null) {
            link = null;
        } else {
            Hyperlink made = new Hyperlink(words);
            made.setOnAction(e -> action.run());
            link = made;
        }
        refresh();
    }

    /** A button at the right end, or none. */
    public void setAction(@Nullable Button button) {
        end.getChildren().clear();
        if (button != null) {
            end.getChildren().add(button);
        }
        end.setManaged(button != null);
    }

    /** Tells a screen reader what it says. */
    public void announce() {
        Announcer.announce(this, (lead + " " + text).strip());
    }

    private static Ikon icon(Kind kind) {
        return switch (kind) {
            case INFO -> Feather.INFO;
            case SUCCESS -> Feather.CHECK;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case DANGER -> Feather.ALERT_CIRCLE;
        };
    }

    private void refresh() {
        List<Node> parts = new ArrayList<>();
        if (!lead.isEmpty()) {
            parts.add(text(text.isEmpty() && link == null ? lead : lead + " ", "strip-lead"));
        }
        if (!text.isEmpty()) {
            parts.add(text(link == null ? text : text + " ", "strip-text"));
        }
        if (link != null) {
            parts.add(link);
        }
        first.getChildren().setAll(parts);
        setAccessibleText((lead + " " + text).strip());
    }

    private static Text text(String words, String styleClass) {
        Text node = new Text(words);
        node.getStyleClass().add(styleClass);
        return node;
    }
}
