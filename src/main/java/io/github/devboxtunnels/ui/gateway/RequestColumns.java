package io.github.devboxtunnels.ui.gateway;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** Seven labels on the columns of the list of requests; the port is shown only where there are several. */
final class RequestColumns extends Pane {

    private static final double TIME = 96;
    private static final double PORT = 44;
    private static final double METHOD = 56;
    private static final double STATUS = 48;
    private static final double NUMBER = 64;
    private static final double GAP = 12;
    private static final double PAD = 8;

    final Label time = new Label();
    final Label port = new Label();
    final Label method = new Label();
    final Label path = new Label();
    final Label status = new Label();
    final Label took = new Label();
    final Label size = new Label();
    private final ObservableValue<Boolean> several;

    RequestColumns(ObservableValue<Boolean> several) {
        this.several = several;
        getChildren().addAll(time, port, method, path, status, took, size);
        List.of(took, size).forEach(label -> label.setAlignment(Pos.CENTER_RIGHT));
        several.subscribe(shown -> {
            port.setVisible(shown);
            requestLayout();
        });
        setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void layoutChildren() {
        double x = place(time, PAD, TIME);
        if (several.getValue()) {
            x = place(port, x, PORT);
        }
        x = place(method, x, METHOD);
        double rest = getWidth() - PAD - STATUS - 2 * (NUMBER + GAP);
        place(path, x, Math.max(0, rest - GAP - x));
        place(status, rest, STATUS);
        place(took, rest + STATUS + GAP, NUMBER);
        place(size, rest + STATUS + GAP + NUMBER + GAP, NUMBER);
    }

    private double place(Label label, double x, double width) {
        label.resizeRelocate(Math.floor(x), 0, width, getHeight());
        return x + width + GAP;
    }
}
