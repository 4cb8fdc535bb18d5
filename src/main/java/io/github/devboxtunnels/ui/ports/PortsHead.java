package io.github.devboxtunnels.ui.ports;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

import io.github.devboxtunnels.ui.common.Texts;

/** The titles of the columns. */
final class PortsHead extends Pane {
    private final Texts texts = Texts.of(PortsHead.class);
    private final Label name = new Label(texts.get("ports.column.name"));
    private final Label port = new Label(texts.get("ports.column.port"));
    private final Label path = new Label(texts.get("ports.column.path"));
    private final Label address = new Label(texts.get("ports.column.address"));
    private PortColumns columns = PortColumns.of(1000, 160);
    private double height = 32;

    PortsHead() {
        getStyleClass().add("ports-head");
        getChildren().addAll(name, port, path, address);
    }

    void stand(PortColumns next, double rowHeight) {
        columns = next;
        height = rowHeight;
        name.setVisible(!next.merged());
        path.setVisible(next.path());
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return height;
    }

    @Override
    protected void layoutChildren() {
        double portX = columns.merged() ? columns.nameX() : columns.portX();
        name.resizeRelocate(columns.nameX(), 0, columns.name(), height - 1);
        port.resizeRelocate(portX, 0, PortColumns.PORT, height - 1);
        path.resizeRelocate(columns.pathX(), 0, PortColumns.PATH, height - 1);
        address.resizeRelocate(columns.addressX(), 0, columns.address(), height - 1);
    }
}
