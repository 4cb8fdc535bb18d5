package io.github.devboxtunnels.ui.tunnel;

import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

import io.github.devboxtunnels.ui.common.Focus;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.EmptyState;
import io.github.devboxtunnels.ui.controls.Unavailable;
import org.kordamp.ikonli.feather.Feather;

/** Stands where the tunnel card will stand. */
final class NoTunnelCard extends StackPane {

    private final EmptyState empty = new EmptyState("", "").arch();
    private final Button enable;

    NoTunnelCard(Runnable enabling) {
        getStyleClass().add("no-tunnel");
        enable = Buttons.of("", Buttons.PRIMARY);
        enable.setOnAction(_ -> enabling.run());
        getChildren().add(empty);
    }

    void show(CardState.NoTunnel state) {
        empty.titleProperty().set(state.title());
        empty.sentenceProperty().set(state.sentence());
        String action = state.action();
        if (action != null) {
            enable.setText(action);
            Unavailable.set(enable, state.unavailable());
        }
        if ((action != null) != (enable.getParent() != null)) {
            empty.action(action == null ? null : enable);
        }
        String note = state.note();
        empty.note(state.promise() ? Feather.LOCK : null, note == null ? "" : note);
    }

    /** Focuses the button, if there is one. */
    void focusAction() {
        if (enable.getParent() != null) {
            Focus.visibly(enable);
        }
    }
}
