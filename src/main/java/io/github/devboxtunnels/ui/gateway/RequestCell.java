package io.github.devboxtunnels.ui.gateway;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;

import io.github.devboxtunnels.ui.controls.Tip;

/** A request. */
final class RequestCell extends ListCell<RequestRow> {

    /** Height of every row, in pixels. */
    static final double HEIGHT = 28;

    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final RequestColumns columns;
    private final Tooltip tooltip = new Tip();

    RequestCell(ObservableValue<Boolean> several) {
        getStyleClass().add("request-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        columns = new RequestColumns(several);
        List<Label> quiet = List.of(columns.time, columns.port, columns.status, columns.took, columns.size);
        quiet.forEach(label -> label.getStyleClass().addAll("mono", "muted"));
        columns.method.getStyleClass().add("mono");
        columns.path.getStyleClass().addAll("mono", "request-path");
        columns.status.getStyleClass().add("request-status");
        columns.setMinHeight(HEIGHT);
        columns.setMaxHeight(HEIGHT);
        setGraphic(columns);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RequestRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean shown = !empty && row != null;
        columns.setVisible(shown);
        if (!shown) {
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        columns.time.setText(row.time());
        columns.port.setText(GatewayWords.number(row.call().port()));
        columns.method.setText(row.call().method());
        columns.path.setText(row.call().path());
        columns.status.setText(row.status());
        columns.took.setText(row.took());
        columns.size.setText(row.size());
        pseudoClassStateChanged(WARNING, row.tone() == RequestRow.Tone.WARNING);
        pseudoClassStateChanged(DANGER, row.tone() == RequestRow.Tone.DANGER);
        pseudoClassStateChanged(HERE, !row.call().forwarded());
        setAccessibleText(row.spoken());
        tooltip.setText(row.spoken());
        setTooltip(tooltip);
    }
}
