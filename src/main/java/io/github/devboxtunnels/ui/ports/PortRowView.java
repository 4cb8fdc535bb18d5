package io.github.devboxtunnels.ui.ports;

import java.util.List;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.controls.ElidedAddress;
import io.github.devboxtunnels.ui.controls.StatusGlyph;
import io.github.devboxtunnels.ui.controls.Tip;
import org.jspecify.annotations.Nullable;

/** A row of the ports table. */
final class PortRowView extends Pane {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final PseudoClass FLASHED = PseudoClass.getPseudoClass("flashed");

    private final Texts texts = Texts.of(PortRowView.class);
    private final StatusGlyph glyph = new StatusGlyph(StatusGlyph.Kind.ENDED);
    private final Label name = label("strong");
    private final Label port = label("mono");
    private final Label path = label("mono", "muted");
    private final Label mergedName = label("merged-name");
    private final Label mergedPort = label("mono", "muted");
    private final HBox merged = new HBox(mergedName, mergedPort);
    private final ElidedAddress address = new ElidedAddress();
    private final Label noAddress = label("subtle");
    private final PortActions actions;
    private final Tooltip tooltip = new Tip();
    private PortColumns columns = PortColumns.of(1000, 160);
    private double rowHeight = 44;
    private @Nullable PortFields fields;
    private PortRow row;

    PortRowView(PortRow row, PortsViewModel model, WindowTools tools) {
        this.row = row;
        actions = new PortActions(row, model, tools);
        getStyleClass().add("port-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        merged.getStyleClass().add("merged");
        getChildren().addAll(glyph, name, port, path, merged, address, noAddress, actions);
        Tooltip.install(this, tooltip);
        show(row);
    }

    /** Shows what is known of the port now. */
    void show(PortRow next) {
        row = next;
        ListedPort of = next.port();
        glyph.setKind(next.asleep() ? StatusGlyph.Kind.PORT_ASLEEP : StatusGlyph.Kind.ENDED);
        name.setText(of.name());
        port.setText(Integer.toString(of.number()));
        path.setText(of.path());
        mergedName.setText(of.name());
        mergedPort.setText(of.named() ? Integer.toString(of.number()) : "");
        switch (next.address()) {
            case PortAddress.Known known -> {
                address.show(known.before(), known.main().reveal(), known.domain());
                noAddress.setText("");
            }
            case PortAddress.Missing(String reason) -> {
                address.clear();
                noAddress.setText(reason);
            }
        }
        actions.show(next);
        describe();
        arrange();
    }

    /** What the row shows. */
    PortRow row() {
        return row;
    }

    /** Its buttons. */
    PortActions actions() {
        return actions;
    }

    /** Makes its cells fields, or cells again with null. */
    void edit(@Nullable PortFields next) {
        PortFields before = fields;
        if (before != null) {
            getChildren().remove(before);
        }
        fields = next;
        if (next != null) {
            getChildren().add(next);
        }
        arrange();
    }

    /** Whether it is the row Tab comes to; its buttons then follow it. */
    void setCurrent(boolean current, boolean selected) {
        setFocusTraversable(current && fields == null);
        actions.buttons().forEach(button -> button.setFocusTraversable(current));
        pseudoClassStateChanged(SELECTED, selected);
    }

    /** Whether it stands at the end, where the table's own border is its lower line. */
    void setLast(boolean last) {
        pseudoClassStateChanged(LAST, last);
    }

    /** Lights up, or goes back. */
    void setFlashed(boolean flashed) {
        pseudoClassStateChanged(FLASHED, flashed);
    }

    /** Stands on other columns. */
    void stand(PortColumns next, double height) {
        columns = next;
        rowHeight = height;
        address.setPrefixShown(!next.merged());
        arrange();
    }

    private void describe() {
        ListedPort of = row.port();
        String words = of.named()
                ? texts.get("ports.row", of.name(), Integer.toString(of.number()), of.path())
                : texts.get("ports.row.unnamed", of.name(), of.path());
        String reach = row.address() instanceof PortAddress.Missing(String reason)
                ? reason
                : address.getAccessibleText();
        String state = texts.get(row.asleep() ? "ports.row.asleep" : "ports.row.unchecked");
        String caution = row.address() instanceof PortAddress.Known known ? known.caution() : null;
        setAccessibleText(texts.get("ports.row.address", words, reach) + ", " + state);
        setAccessibleHelp(caution);
        tooltip.setText(words + "\n" + reach + (caution == null ? "" : "\n" + caution));
    }

    private void arrange() {
        boolean writing = fields != null;
        boolean apart = !columns.merged() && !writing;
        name.setVisible(apart);
        port.setVisible(apart);
        path.setVisible(apart && columns.path());
        merged.setVisible(columns.merged() && !writing);
        boolean known = row.copyable();
        address.setVisible(known && !writing);
        noAddress.setVisible(!known && !writing);
        actions.setVisible(!writing);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        PortFields writing = fields;
        return rowHeight + (writing == null ? 0 : writing.messageHeight());
    }

    @Override
    protected void layoutChildren() {
        double line = rowHeight - 1;
        layoutInArea(glyph, PortColumns.PAD, 0, PortColumns.GLYPH, line, 0, HPos.CENTER, VPos.CENTER);
        place(name, columns.nameX(), columns.name());
        place(port, columns.portX(), PortColumns.PORT);
        place(path, columns.pathX(), PortColumns.PATH);
        merged.resizeRelocate(columns.nameX(), 0, columns.name(), line);
        place(noAddress, columns.addressX(), columns.width() - columns.addressX() - 48);
        address.resizeRelocate(columns.addressX(), 0, columns.address(), line);
        actions.resizeRelocate(columns.actionsX(), 0, columns.actions(), line);
        PortFields writing = fields;
        if (writing != null) {
            writing.resizeRelocate(0, 0, columns.width(), computePrefHeight(-1));
            writing.stand(columns, rowHeight);
        }
    }

    private void place(Label cell, double x, double width) {
        cell.resizeRelocate(x, 0, Math.max(0, width), rowHeight - 1);
    }

    /** The nodes the arrows go through: the row, then its buttons. */
    List<Button> buttons() {
        return actions.buttons();
    }

    private static Label label(String... classes) {
        Label made = new Label();
        made.getStyleClass().addAll(classes);
        return made;
    }
}
