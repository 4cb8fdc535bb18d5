package io.github.devboxtunnels.ui.connect;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.BusyButton;
import io.github.devboxtunnels.ui.controls.Tip;
import org.kordamp.ikonli.feather.Feather;

/** The way in that needs no account. */
final class SandboxPart extends VBox {

    private static final Texts TEXTS = Texts.of(SandboxPart.class);

    SandboxPart(ConnectViewModel model) {
        getStyleClass().add("sandbox-part");
        Label title = new Label(TEXTS.get("connect.sandbox.title"));
        title.getStyleClass().addAll("dialog-title", "sandbox-title");
        Label text = new Label(TEXTS.get("connect.sandbox.text"));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().addAll("muted", "wrapped", "sandbox-text");
        BusyButton start = new BusyButton(TEXTS.get("connect.sandbox.start"), TEXTS.get("connect.sandbox.starting"));
        start.setId("try-sandbox");
        start.setIcon(Feather.BOX);
        start.setTooltip(new Tip(TEXTS.get("connect.sandbox.tip")));
        start.setOnAction(e -> model.trySandbox());
        model.stateProperty()
                .subscribe(state -> start.busyProperty().set(state instanceof ConnectState.StartingSandbox));
        getChildren().addAll(title, text, start);
    }
}
