package io.github.devboxtunnels.ui.connect;

import java.net.URI;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.ui.common.Copier;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.Toast;
import io.github.devboxtunnels.ui.common.ToastLayer;
import io.github.devboxtunnels.ui.controls.BusyButton;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.Unavailable;
import io.github.devboxtunnels.ui.theme.WindowIcons;
import org.kordamp.ikonli.feather.Feather;

/** The first place: connect with a key, or try the sandbox. */
public final class ConnectView extends StackPane {

    private static final Texts TEXTS = Texts.of(ConnectView.class);
    private static final KeyCombination SANDBOX = KeyCombination.valueOf("Alt+S");
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final double COMPACT_UNDER = 640;
    private static final double ICON = 36;
    /** The block stands a little above the middle, as the eye wants it. */
    private static final double ABOVE_MIDDLE = 0.44;

    private final ConnectViewModel model;
    private final KeyPart key;
    private final AdvancedPart advanced;
    private final VBox block;
    private final BusyButton connect = new BusyButton(TEXTS.get("connect.connect"), TEXTS.get("connect.checking"),
            Buttons.PRIMARY);

    /** Shows the card. */
    public ConnectView(ConnectViewModel model, Copier copier, ToastLayer toasts) {
        this.model = model;
        this.key = new KeyPart(model);
        this.advanced = new AdvancedPart(model.form());
        getStyleClass().add("connect");
        HBox card = new HBox(form(), new SandboxPart(model));
        card.getStyleClass().add("connect-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        block = new VBox(brand(), card);
        block.setAlignment(Pos.TOP_CENTER);
        block.getStyleClass().add("connect-block");
        ScrollPane scroll = new ScrollPane(block);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("connect-scroll");
        getChildren().add(scroll);
        heightProperty().subscribe(height -> {
            pseudoClassStateChanged(COMPACT, height.doubleValue() < COMPACT_UNDER);
            requestLayout();
        });
        block.heightProperty().subscribe(height -> requestLayout());
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        model.setOnShowBaseUrl(advanced::focusBaseUrl);
        model.setOnNotOpened(address -> offer(address, copier, toasts));
    }

    /** Moves the keyboard to where a person begins. */
    public void focusFirst() {
        key.focusField();
    }

    @Override
    protected void layoutChildren() {
        double free = Math.max(0, getHeight() - block.prefHeight(getWidth()));
        block.setTranslateY(Math.floor(free * ABOVE_MIDDLE));
        super.layoutChildren();
    }

    private static Node brand() {
        Image image = WindowIcons.image(128);
        ImageView icon = new ImageView(image);
        icon.setFitWidth(ICON);
        icon.setFitHeight(ICON);
        icon.setSmooth(true);
        Label name = new Label(TEXTS.get("connect.product"));
        name.getStyleClass().add("dialog-title");
        HBox brand = new HBox(icon, name);
        brand.setAlignment(Pos.CENTER);
        brand.getStyleClass().add("brand");
        return brand;
    }

    private Node form() {
        Label title = new Label(TEXTS.get("connect.title"));
        title.getStyleClass().add("title");
        Label sentence = new Label(TEXTS.get("connect.sentence"));
        sentence.getStyleClass().add("muted");
        VBox heading = new VBox(title, sentence);
        heading.getStyleClass().add("connect-heading");
        VBox form = new VBox(heading, key, advanced, foot());
        form.getStyleClass().add("connect-form");
        HBox.setHgrow(form, Priority.ALWAYS);
        return form;
    }

    private Node foot() {
        connect.setId("connect");
        connect.setOnAction(e -> model.connect());
        Label hint = new Label(TEXTS.get("connect.hint"));
        hint.getStyleClass().addAll("small", "subtle");
        Button cancel = Buttons.of(TEXTS.get("connect.cancel"));
        cancel.setId("cancel");
        cancel.setOnAction(e -> model.cancel());
        for (Node part : new Node[]{hint, cancel}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        model.stateProperty().subscribe(state -> {
            connect.busyProperty().set(state instanceof ConnectState.Checking);
            cancel.setVisible(state.busy());
            hint.setVisible(!state.busy() && !model.form().advancedProperty().get());
            available();
        });
        model.form().advancedProperty()
                .subscribe(open -> hint.setVisible(!open && !model.stateProperty().get().busy()));
        model.form().keyProperty().subscribe(text -> available());
        HBox foot = new HBox(connect, cancel, hint);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("connect-foot");
        return foot;
    }

    private void available() {
        boolean nothing = model.form().keyProperty().get().isBlank();
        Unavailable.set(connect, nothing ? TEXTS.get("connect.unavailable") : null);
    }

    private void press(KeyEvent e) {
        if (SANDBOX.match(e)) {
            model.trySandbox();
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER && !e.isAltDown() && !e.isShortcutDown()) {
            model.connect();
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && model.stateProperty().get().busy()) {
            model.cancel();
            key.focusField();
            e.consume();
        }
    }

    private static void offer(URI address, Copier copier, ToastLayer toasts) {
        toasts.show(Toast.of(Feather.ALERT_CIRCLE, TEXTS.get("connect.not-opened"))
                .withAction(TEXTS.get("connect.not-opened.copy"), () -> copier.copy(address.toString()))
                .staying(Toast.LONG));
    }
}
