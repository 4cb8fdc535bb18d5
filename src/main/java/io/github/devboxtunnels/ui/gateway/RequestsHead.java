package io.github.devboxtunnels.ui.gateway;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;

import io.github.devboxtunnels.ui.common.Texts;

/** The titles of the columns. */
final class RequestsHead extends StackPane {

    RequestsHead(ObservableValue<Boolean> several) {
        Texts texts = Texts.of(RequestsHead.class);
        getStyleClass().add("requests-head");
        RequestColumns columns = new RequestColumns(several);
        columns.time.setText(texts.get("gateway.requests.time"));
        columns.port.setText(texts.get("gateway.requests.port"));
        columns.method.setText(texts.get("gateway.requests.method"));
        columns.path.setText(texts.get("gateway.requests.path"));
        columns.status.setText(texts.get("gateway.requests.status"));
        columns.took.setText(texts.get("gateway.requests.took"));
        columns.size.setText(texts.get("gateway.requests.size"));
        getChildren().add(columns);
    }
}
