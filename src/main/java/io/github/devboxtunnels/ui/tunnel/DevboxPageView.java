package io.github.devboxtunnels.ui.tunnel;

import java.net.URI;
import java.util.Map;

import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.ui.common.Announcer;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.Toast;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.gateway.RequestsView;
import io.github.devboxtunnels.ui.ports.PortsView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The page of a devbox: header, tunnel card, ports. It scrolls, and steps down in low and narrow windows. */
public final class DevboxPageView extends StackPane {

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass SCROLLS = PseudoClass.getPseudoClass("scrolls");
    private static final double LOW = 640;
    private static final double NARROW_WINDOW = 1000;

    private final Texts texts = Texts.of(DevboxPageView.class);
    private final DevboxPageViewModel model;
    private final WindowTools tools;
    private final PageHeader header;
    private final NoTunnelCard none;
    private final TunnelCard card;
    private final PortsView ports;
    private final RequestsView requests;
    private final ScrollPane scroller;
    private DialogLayer.@Nullable Handle dialog;

    /** Shows the page of the model. */
    public DevboxPageView(DevboxPageViewModel model, WindowTools tools) {
        this.model = model;
        this.tools = tools;
        getStyleClass().add("devbox-page");
        setAccessibleText(texts.get("tunnel.page.name"));
        header = new PageHeader(model.header(), tools);
        none = new NoTunnelCard(model::enable);
        card = new TunnelCard(model.card(), model.ports(), model.gateways(), tools, this::askToRemove);
        ports = new PortsView(model.ports(), tools);
        requests = new RequestsView(model.gateways(), tools);
        ports.setOnShowRequests(requests::focusLast);
        VBox page = new VBox(header, none, card, ports, requests);
        page.getStyleClass().add("page-content");
        scroller = new ScrollPane(page);
        scroller.setFitToWidth(true);
        scroller.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroller.setFocusTraversable(false);
        scroller.getStyleClass().add("page-scroller");
        getChildren().add(scroller);
        model.devboxProperty().subscribe(this::showDevbox);
        model.card().stateProperty().subscribe(this::showCard);
        model.dialogProperty().subscribe(this::showDialog);
        model.setOnEvent(this::heard);
        sceneProperty().flatMap(Scene::heightProperty).subscribe(this::stepHeight);
        sceneProperty().flatMap(Scene::widthProperty)
                .subscribe(width -> pseudoClassStateChanged(NARROW, below(width, NARROW_WINDOW)));
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> Reveal.in(scroller, owner));
        scroller.viewportBoundsProperty().subscribe(
                bounds -> pseudoClassStateChanged(SCROLLS, scroller.getWidth() - bounds.getWidth() > 1));
        LetterKeys.on(this, Map.of(KeyCode.P, this::addPort, KeyCode.T, this::copyToken));
    }

    /** Focuses what a person most likely came for: enabling a tunnel, its first address, or its token. */
    public void focusFirst() {
        if (none.isVisible()) {
            none.focusAction();
        } else if (!card.focusToken()) {
            ports.focusFirstAddress();
        }
    }

    /** Opens the enable dialog, if a tunnel can be enabled now. */
    public void enableTunnel() {
        model.enable();
    }

    /** Asks whether to remove the tunnel, if there is one. */
    public void askToRemove() {
        RemovalQuestion question = model.card().question();
        if (question != null && !tools.dialogs().showingProperty().get()) {
            RemoveSheet.ask(tools.dialogs(), question, model.card()::remove);
        }
    }

    /** Begins a new row in the ports table. */
    public void addPort() {
        ports.addPort();
    }

    /** Copies the address of the chosen port, or of the first one. */
    public void copyAddress() {
        ports.copyChosen();
    }

    /** Opens the chosen port, or the first one, in the browser. */
    public void openPort() {
        model.ports().chosen().open();
    }

    /** Stops the gateways of the devbox shown. */
    public void stopGateways() {
        model.gateways().stopAll();
    }

    /** Copies the token, if there is one. */
    public void copyToken() {
        card.copyToken();
    }

    /** Restarts the idle timer. */
    public void resetIdleTimer() {
        model.header().resetIdleTimer();
    }

    private void stepHeight(@Nullable Number height) {
        boolean low = below(height, LOW);
        pseudoClassStateChanged(COMPACT, low);
        header.setCompact(low);
        card.setCompact(low);
        ports.setCompact(low);
    }

    private static boolean below(@Nullable Number size, double least) {
        return size != null && size.doubleValue() > 0 && size.doubleValue() < least;
    }

    private void showDevbox(@Nullable Devbox devbox) {
        scroller.setVisible(devbox != null);
        if (devbox == null) {
            scroller.setVvalue(0);
        }
    }

    private void showCard(@Nullable CardState state) {
        Strips.present(none, state instanceof CardState.NoTunnel);
        Strips.present(card, state instanceof CardState.On);
        switch (state) {
            case CardState.NoTunnel without -> {
                none.show(without);
                card.clear();
            }
            case CardState.On on -> card.show(on);
            case null -> card.clear();
        }
    }

    private void showDialog(@Nullable EnableTunnelViewModel next) {
        DialogLayer.Handle before = dialog;
        dialog = null;
        if (before != null) {
            before.close();
        }
        if (next != null) {
            dialog = tools.dialogs().show(new EnableTunnelDialog(next, tools, () -> model.enableAsCurl(next),
                    model::cancelEnable));
        }
    }

    private void copy(URI address) {
        if (tools.copier().copy(address.toString())) {
            tools.toasts().show(Toast.of(Feather.CHECK, texts.get("tunnel.no-browser.copied")));
        }
    }

    private void heard(PageEvent event) {
        switch (event) {
            case PageEvent.Said(String text) -> tools.toasts().show(Toast.of(Feather.CHECK, text));
            case PageEvent.NotOpened(String text, URI address) -> tools.toasts().show(Toast
                    .of(Feather.ALERT_CIRCLE, text).withAction(texts.get("tunnel.no-browser.copy"), () -> copy(address))
                    .staying(Toast.LONG));
            case PageEvent.TunnelOn(String text) -> {
                Announcer.announce(this, text);
                ports.focusFirstAddress();
            }
            case PageEvent.TunnelGone(String text) -> {
                tools.toasts().show(Toast.of(Feather.CHECK, text));
                none.focusAction();
            }
        }
    }
}
