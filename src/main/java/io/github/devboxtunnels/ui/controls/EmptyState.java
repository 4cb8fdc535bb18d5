package io.github.devboxtunnels.ui.controls;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** Says that there is nothing, why, and what to do about it: drawing, title, sentence, one button, small line. */
public final class EmptyState extends VBox {

    private static final PseudoClass FRAMELESS = PseudoClass.getPseudoClass("frameless");
    private static final double DRAWING = 40;
    private static final double ARCH = 32;

    private final StackPane drawing = new StackPane();
    private final Label title;
    private final Label sentence;
    private final StackPane action = new StackPane();
    private final Label note = new Label();

    /** Title and sentence in a dashed frame. */
    public EmptyState(String titleText, String sentenceText) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        title = new Label(titleText);
        title.getStyleClass().addAll("section", "empty-title");
        sentence = new Label(sentenceText);
        sentence.setWrapText(true);
        sentence.setTextAlignment(TextAlignment.CENTER);
        sentence.getStyleClass().addAll("muted", "wrapped", "empty-sentence");
        sentence.managedProperty().bind(sentence.textProperty().isNotEmpty());
        drawing.getStyleClass().add("empty-drawing");
        action.getStyleClass().add("empty-action");
        note.getStyleClass().addAll("small", "subtle", "empty-note");
        note.setWrapText(true);
        note.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(drawing, title, sentence, action, note);
        getChildren().forEach(part -> part.visibleProperty().bind(part.managedProperty()));
        drawing.setManaged(false);
        action.setManaged(false);
        note.setManaged(false);
    }

    /** With the arch of the product. */
    public EmptyState arch() {
        Group shapes = new Group(path("M3 27V16a13 13 0 0 1 26 0v11", "arch"),
                path("M9 27V16a7 7 0 0 1 14 0v11", "arch"), path("M1 27h8M23 27h8", "arch"),
                path("M14.5 18l-4 12M17.5 18l4 12", "path"));
        shapes.setScaleX(DRAWING / ARCH);
        shapes.setScaleY(DRAWING / ARCH);
        return draw(new Group(shapes));
    }

    /** With an icon of 40 pixels. */
    public EmptyState icon(Ikon icon) {
        return draw(Icons.of(icon, (int) DRAWING));
    }

    /** With a button. */
    public EmptyState action(@Nullable Button button) {
        action.getChildren().clear();
        if (button != null) {
            action.getChildren().add(button);
        }
        action.setManaged(button != null);
        return this;
    }

    /** With a small line at the end, and an icon before it or none. */
    public EmptyState note(@Nullable Ikon icon, String text) {
        note.setText(text);
        note.setGraphic(icon == null ? null : Icons.of(icon, 14));
        note.setManaged(!text.isEmpty());
        return this;
    }

    /** Without the dashed frame. */
    public EmptyState frameless() {
        pseudoClassStateChanged(FRAMELESS, true);
        return this;
    }

    /** The title. */
    public StringProperty titleProperty() {
        return title.textProperty();
    }

    /** The sentence under it. */
    public StringProperty sentenceProperty() {
        return sentence.textProperty();
    }

    private EmptyState draw(Node node) {
        drawing.getChildren().setAll(node);
        drawing.setManaged(true);
        return this;
    }

    private static SVGPath path(String content, String paint) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(paint);
        return path;
    }
}
