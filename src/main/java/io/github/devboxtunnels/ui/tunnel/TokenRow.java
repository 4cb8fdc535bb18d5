package io.github.devboxtunnels.ui.tunnel;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.controls.SecretField;
import io.github.devboxtunnels.ui.controls.SplitCopyButton;
import io.github.devboxtunnels.ui.ports.PortsViewModel;
import org.jspecify.annotations.Nullable;

/** The token: hidden, revealed for a while, copied in many forms. */
final class TokenRow extends HBox {

    private final Texts texts = Texts.of(TokenRow.class);
    private final WindowTools tools;
    private final SecretField field;
    private final SplitCopyButton copy;
    private @Nullable Tunnel tunnel;

    TokenRow(PortsViewModel ports, WindowTools tools) {
        this.tools = tools;
        getStyleClass().add("token-row");
        setAlignment(Pos.CENTER_LEFT);
        field = new SecretField(texts.get("tunnel.token.what"), tools.tasks());
        copy = new SplitCopyButton(texts.get("tunnel.token.copy"), texts.get("tunnel.token.copied"), this::copyToken,
                tools.tasks());
        TokenMenu menu = new TokenMenu(ports, tools);
        copy.setMenu(() -> {
            Tunnel shown = tunnel;
            if (shown == null) {
                throw new IllegalStateException("a token row shows a tunnel");
            }
            return menu.of(shown, copy::confirm);
        });
        field.setOnCopy(copy::fire);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMaxWidth(344);
        field.setMinWidth(120);
        getChildren().addAll(field, copy);
    }

    /** Shows the token of a tunnel; null for none. */
    void show(@Nullable Tunnel next) {
        tunnel = next;
        field.secretProperty().set(next == null ? null : next.token());
    }

    /** Copies the token, as a press of its button does. */
    void copyNow() {
        copy.fire();
    }

    /** What takes the focus. */
    SplitCopyButton copyButton() {
        return copy;
    }

    private boolean copyToken() {
        Tunnel shown = tunnel;
        Secret token = shown == null ? null : shown.token();
        return token != null && tools.copier().copySecret(token, texts.get("tunnel.token.snippet.token"));
    }
}
