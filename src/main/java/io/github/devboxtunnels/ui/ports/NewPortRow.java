package io.github.devboxtunnels.ui.ports;

import javafx.scene.layout.Pane;

/** A row that is being added. */
final class NewPortRow extends Pane {
    private final PortFields fields;
    private PortColumns columns = PortColumns.of(1000, 160);
    private double rowHeight = 44;

    NewPortRow(PortFields fields) {
        this.fields = fields;
        getStyleClass().add("port-row");
        getChildren().add(fields);
    }

    void stand(PortColumns next, double height) {
        columns = next;
        rowHeight = height;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return rowHeight + fields.messageHeight();
    }

    @Override
    protected void layoutChildren() {
        fields.resizeRelocate(0, 0, getWidth(), getHeight());
        fields.stand(columns, rowHeight);
    }
}
