package io.github.devboxtunnels.ui.tunnel;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.ui.common.Focus;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.controls.Badge;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.StatusGlyph;
import io.github.devboxtunnels.ui.controls.Strip;
import io.github.devboxtunnels.ui.controls.Unavailable;
import io.github.devboxtunnels.ui.gateway.DevboxGatewaysViewModel;
import io.github.devboxtunnels.ui.gateway.GatewayLines;
import io.github.devboxtunnels.ui.ports.PortsViewModel;
import org.jspecify.annotations.Nullable;

/** The card of a tunnel that is on. */
final class TunnelCard extends VBox {

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final Texts texts = Texts.of(TunnelCard.class);
    private final Badge badge = new Badge();
    private final Label since = new Label();
    private final Button remove;
    private final Button again;
    private final HBox removing;
    private final Strip trouble = new Strip(Strip.Kind.DANGER);
    private final Strip notice = new Strip(Strip.Kind.INFO);
    private final Strip alarm = new Strip(Strip.Kind.WARNING);
    private final Strip noToken = new Strip(Strip.Kind.WARNING);
    private final Label access = wrapped();
    private final Label lifecycle = wrapped();
    private final TokenRow token;
    private final Node tokenLine;
    private final Node noTokenLine;
    private final Node accessLine;
    private final GatewayLines gatewayLines;
    private final VBox body = new VBox();

    TunnelCard(TunnelCardViewModel model, PortsViewModel ports, DevboxGatewaysViewModel gateways, WindowTools tools,
            Runnable removal) {
        getStyleClass().addAll("card", "tunnel-card");
        token = new TokenRow(ports, tools);
        remove = Buttons.of(texts.get("tunnel.card.remove"), Buttons.FLAT, Buttons.SMALL, Buttons.DANGER_TEXT);
        remove.setOnAction(_ -> removal.run());
        Label word = new Label(texts.get("tunnel.card.removing"));
        word.getStyleClass().addAll("small", "muted");
        removing = new HBox(new StatusGlyph(StatusGlyph.Kind.MOVING), word);
        removing.getStyleClass().add("tunnel-removing");
        removing.setAlignment(Pos.CENTER_LEFT);
        again = Buttons.of(texts.get("tunnel.trouble.try-again"), Buttons.SMALL);
        again.setOnAction(_ -> model.remove());
        trouble.setAction(again);
        notice.setLink(texts.get("tunnel.trouble.dismiss"), model::dismissNotice);
        alarm.setLink(texts.get("tunnel.trouble.dismiss"), model::dismissNotice);
        noToken.setLead(texts.get("tunnel.card.no-token"));
        noToken.setText(texts.get("tunnel.card.no-token-next"));
        tokenLine = line("tunnel.card.token", token, Pos.CENTER_LEFT);
        noTokenLine = line("tunnel.card.token", noToken, Pos.TOP_LEFT);
        accessLine = line("tunnel.card.access", access, Pos.TOP_LEFT);
        body.getStyleClass().add("tunnel-body");
        gatewayLines = new GatewayLines(gateways, tools);
        HBox gatewayLine = line("tunnel.card.gateway", gatewayLines, Pos.TOP_LEFT);
        gatewayLine.getStyleClass().add("tunnel-gateway");
        gatewayLine.visibleProperty().bind(Bindings.isNotEmpty(gatewayLines.getChildren()));
        gatewayLine.managedProperty().bind(gatewayLine.visibleProperty());
        body.getChildren().addAll(trouble, notice, alarm, tokenLine, noTokenLine, accessLine,
                line("tunnel.card.lifecycle", lifecycle, Pos.TOP_LEFT), gatewayLine);
        Region separator = new Region();
        separator.getStyleClass().add("separator-line");
        getChildren().addAll(header(), separator, body);
        model.removingProperty().subscribe(this::showRemoving);
        model.troubleProperty().subscribe(now -> Strips.show(trouble, now));
        model.noticeProperty().subscribe(this::showNotice);
    }

    /** Shows a tunnel. */
    void show(CardState.On state) {
        boolean open = state.tunnel().open();
        badge.show(open ? Badge.Kind.OPEN : Badge.Kind.AUTHENTICATED, state.warning());
        getStyleClass().remove("warning");
        if (open) {
            getStyleClass().add("warning");
        }
        since.setText(state.since());
        String words = state.access();
        access.setText(words == null ? "" : words);
        lifecycle.setText(state.lifecycle());
        token.show(open || state.tokenMissing() ? null : state.tunnel());
        Strips.present(tokenLine, !open && !state.tokenMissing());
        Strips.present(noTokenLine, state.tokenMissing());
        Strips.present(accessLine, words != null);
        Unavailable.set(remove, state.removeUnavailable());
        Unavailable.set(again, state.removeUnavailable());
    }

    /** Leaves the date out where the header is too narrow for it. */
    void setCompact(boolean low) {
        Strips.present(since, !low);
        gatewayLines.setCompact(low);
        pseudoClassStateChanged(COMPACT, low);
    }

    /** Forgets the token it showed. */
    void clear() {
        token.show(null);
    }

    /** Copies the token, if it shows one. */
    void copyToken() {
        if (tokenLine.isVisible()) {
            token.copyNow();
        }
    }

    /** Focuses what copies the token; false when there is none. */
    boolean focusToken() {
        if (tokenLine.isVisible()) {
            Focus.visibly(token.copyButton().mainPart());
        }
        return tokenLine.isVisible();
    }

    private HBox header() {
        Label title = new Label(texts.get("tunnel.card.title"));
        title.getStyleClass().add("section");
        since.getStyleClass().addAll("small", "muted");
        Region grow = new Region();
        HBox.setHgrow(grow, Priority.ALWAYS);
        HBox header = new HBox(title, badge, since, removing, grow, remove);
        header.getStyleClass().add("tunnel-header");
        header.setAlignment(Pos.CENTER_LEFT);
        remove.setMinWidth(USE_PREF_SIZE);
        title.setMinWidth(USE_PREF_SIZE);
        return header;
    }

    private HBox line(String key, Region content, Pos alignment) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().addAll("muted", "tunnel-label");
        label.setLabelFor(content);
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox row = new HBox(label, content);
        row.setAlignment(alignment);
        if (content instanceof Label) {
            row.getStyleClass().add("tunnel-words");
        }
        return row;
    }

    private void showRemoving(boolean now) {
        Strips.present(removing, now);
        body.setDisable(now);
        remove.setVisible(!now);
    }

    private void showNotice(@Nullable Notice said) {
        Strip shown = said != null && said.warning() ? alarm : notice;
        Strips.present(notice, said != null && shown == notice);
        Strips.present(alarm, said != null && shown == alarm);
        if (said != null) {
            shown.setLead(said.lead());
            shown.setText(said.text());
            shown.announce();
        }
    }

    private static Label wrapped() {
        Label made = new Label();
        made.setWrapText(true);
        made.setMinHeight(USE_PREF_SIZE);
        made.setMaxWidth(Double.MAX_VALUE);
        made.getStyleClass().add("wrapped");
        return made;
    }
}
