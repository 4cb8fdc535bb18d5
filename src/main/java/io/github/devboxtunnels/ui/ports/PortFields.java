package io.github.devboxtunnels.ui.ports;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

import io.github.devboxtunnels.ui.common.Announcer;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Fields;
import org.jspecify.annotations.Nullable;

/** The cells of a row while they are fields: Enter takes over, Esc restores, leaving takes over what is right. */
final class PortFields extends Pane {

    private static final double FIELD = 30;
    private static final double INSET = 9;
    private static final double MESSAGE = 20;
    private static final double PORT_FIELD = 72;
    private static final double PATH_FIELD = 112;
    private static final double NARROW_NAME = 96;

    private final Texts texts = Texts.of(PortFields.class);
    private final PortEdit edit;
    private final PortsViewModel model;
    private final @Nullable TextField name;
    private final @Nullable TextField number;
    private final @Nullable TextField path;
    private final Label still = new Label();
    private final Label message = new Label();
    private final List<TextField> fields = new ArrayList<>();
    private PortColumns columns = PortColumns.of(1000, 160);
    private double rowHeight = 44;
    private boolean leaving;

    PortFields(PortEdit edit, PortsViewModel model) {
        this.edit = edit;
        this.model = model;
        boolean all = edit.cells() == PortEdit.Cells.ALL;
        name = all || edit.cells() == PortEdit.Cells.NAME ? field("ports.edit.name", edit.nameProperty()) : null;
        boolean way = all || edit.cells() == PortEdit.Cells.PORT_AND_PATH;
        number = way ? field("ports.edit.port", edit.numberProperty()) : null;
        path = way ? field("ports.edit.path", edit.pathProperty()) : null;
        still.getStyleClass().add(name == null ? "strong" : "mono");
        still.setAlignment(Pos.CENTER_LEFT);
        still.setText(name == null
                ? edit.nameProperty().get()
                : all ? "" : edit.numberProperty().get() + edit.pathProperty().get());
        message.getStyleClass().add("small");
        getChildren().addAll(fields);
        getChildren().addAll(still, message);
        edit.errorProperty().subscribe(this::say);
        edit.cautionProperty().subscribe(this::say);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Focuses the field one begins with, its text selected. */
    void begin() {
        TextField first = number == null ? name : number;
        if (first != null) {
            // Not by way of a neighbour, as Focus.visibly goes: leaving the fields takes them over.
            first.requestFocus();
            first.selectAll();
        }
    }

    /** How much room the message under the fields takes. */
    double messageHeight() {
        return message.getText().isEmpty() ? 0 : MESSAGE;
    }

    /** Stands on these columns, or one field after the other where they are too narrow. */
    void stand(PortColumns next, double height) {
        columns = next;
        rowHeight = height;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double top = Math.floor((rowHeight - FIELD) / 2);
        boolean narrow = !columns.path();
        double x = columns.nameX();
        double nameWidth = narrow ? Math.max(columns.name(), NARROW_NAME) : columns.name();
        double next = x + nameWidth + PortColumns.GAP;
        double last = narrow ? next + PORT_FIELD + 2 : columns.pathX() - INSET + 3;
        put(name, x - INSET, top, nameWidth + INSET);
        put(number, next - INSET, top, narrow ? PORT_FIELD : PortColumns.PORT + INSET + 4);
        put(path, last, top, narrow ? PATH_FIELD : PortColumns.PATH + 2 * INSET);
        double stillX = name == null ? x : next;
        still.resizeRelocate(stillX, 0, name == null ? nameWidth : columns.width() - next, rowHeight);
        message.resizeRelocate(x, rowHeight - 4, Math.max(0, columns.width() - x - PortColumns.PAD), 16);
    }

    private static void put(@Nullable Node node, double x, double y, double width) {
        if (node != null) {
            node.resizeRelocate(x, y, width, FIELD);
        }
    }

    private TextField field(String key, StringProperty value) {
        TextField made = new TextField();
        made.setAccessibleText(texts.get(key));
        made.setPromptText(texts.get(key));
        made.getStyleClass().addAll("cell-field", key.equals("ports.edit.name") ? "strong" : "mono");
        made.textProperty().bindBidirectional(value);
        made.focusedProperty().subscribe(this::focusMoved);
        fields.add(made);
        return made;
    }

    private void focusMoved() {
        boolean inside = fields.stream().anyMatch(Node::isFocused);
        if (inside) {
            leaving = true;
        } else if (leaving && getScene() != null && getScene().getFocusOwner() != null
                && !fields.contains(getScene().getFocusOwner())) {
            leaving = false;
            model.leave();
        }
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case ENTER -> model.commit();
            case ESCAPE -> model.cancel();
            case F2, DELETE, UP, DOWN -> {
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void say() {
        String error = edit.errorProperty().get();
        boolean wrong = !error.isEmpty();
        message.setText(wrong ? error : edit.cautionProperty().get());
        message.getStyleClass().removeAll("danger-text", "warning-text");
        message.getStyleClass().add(wrong ? "danger-text" : "warning-text");
        TextField blamed = number == null ? name : number;
        if (blamed != null) {
            Fields.setInvalid(blamed, wrong);
            blamed.setAccessibleHelp(message.getText());
        }
        if (wrong) {
            Announcer.announce(this, error);
        }
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }
}
