package io.github.devboxtunnels.ui.gateway;

import java.util.ArrayList;
import java.util.List;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.CopyButton;
import io.github.devboxtunnels.ui.controls.Icons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The gateways of a devbox in its tunnel card: address, who may use it, what goes through it, Stop. */
public final class GatewayLines extends VBox {

    private static final PseudoClass EVERYONE = PseudoClass.getPseudoClass("everyone");
    private static final PseudoClass AWAKE = PseudoClass.getPseudoClass("awake");
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final Texts texts = Texts.of(GatewayLines.class);
    private final DevboxGatewaysViewModel model;
    private final WindowTools tools;
    private final List<Line> shown = new ArrayList<>();
    private boolean compact;

    /** Shows those of the model. */
    public GatewayLines(DevboxGatewaysViewModel model, WindowTools tools) {
        this.model = model;
        this.tools = tools;
        getStyleClass().add("gateway-lines");
        model.lines().subscribe(this::show);
        show();
    }

    /** In a low window the addresses go; what keeps a devbox awake, and Stop, stay. */
    public void setCompact(boolean low) {
        compact = low;
        show();
    }

    private void show() {
        List<GatewayLine> lines = model.lines();
        while (shown.size() < lines.size()) {
            shown.add(new Line());
        }
        while (shown.size() > lines.size()) {
            shown.removeLast();
        }
        List<Line> wanted = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            GatewayLine line = lines.get(i);
            shown.get(i).show(line);
            if (!compact || line.awake() || line.everyone() || line.trouble()) {
                wanted.add(shown.get(i));
            }
        }
        if (!getChildren().equals(wanted)) {
            getChildren().setAll(wanted);
        }
    }

    /** One gateway. */
    private final class Line extends HBox {
        private final Label address = new Label();
        private final CopyButton copy;
        private final HBox where;
        private final Label access = access();
        private final Label accessBelow = access();
        private final FontIcon icon = Icons.of(Feather.ACTIVITY, 12);
        private final Label activity = new Label();
        private final Button stop = Buttons.of(texts.get("gateway.stop"), Buttons.FLAT, Buttons.SMALL);
        private GatewayLine line = new GatewayLine(0, "", "", false, "", false, false);

        Line() {
            address.getStyleClass().add("mono");
            copy = new CopyButton(texts.get("gateway.copy"), texts.get("gateway.copied-short"),
                    () -> tools.copier().copy(line.address()), tools.tasks());
            where = new HBox(address, copy);
            where.getStyleClass().add("gateway-where");
            where.setAlignment(Pos.CENTER_LEFT);
            activity.getStyleClass().addAll("small", "gateway-activity");
            activity.setGraphic(icon);
            activity.setMinWidth(USE_PREF_SIZE);
            HBox what = new HBox(activity, access);
            what.getStyleClass().add("gateway-what");
            what.setAlignment(Pos.CENTER_LEFT);
            VBox words = new VBox(where, what, accessBelow);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            stop.setOnAction(_ -> model.stop(line));
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("gateway-line");
            getChildren().addAll(words, stop);
            setMinHeight(Region.USE_PREF_SIZE);
        }

        void show(GatewayLine next) {
            line = next;
            where.setVisible(!compact);
            where.setManaged(!compact);
            address.setText(next.address());
            // In a low window there is room below alone, and Stop says the rest.
            say(access, !compact, next);
            say(accessBelow, compact && next.everyone(), next);
            activity.setText(next.activity());
            stop.setAccessibleText(texts.get("gateway.stop.port", GatewayWords.number(next.port())));
            pseudoClassStateChanged(EVERYONE, next.everyone());
            pseudoClassStateChanged(AWAKE, next.awake());
            pseudoClassStateChanged(TROUBLE, next.trouble());
        }

        private static void say(Label label, boolean said, GatewayLine line) {
            label.setText(line.access());
            label.setVisible(said);
            label.setManaged(said);
        }

        private static Label access() {
            Label label = new Label();
            label.getStyleClass().addAll("small", "gateway-access");
            label.setMinWidth(0);
            return label;
        }
    }
}
