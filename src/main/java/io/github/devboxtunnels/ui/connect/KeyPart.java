package io.github.devboxtunnels.ui.connect;

import java.net.URI;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.ui.common.Focus;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.Fields;
import io.github.devboxtunnels.ui.controls.IconButton;
import io.github.devboxtunnels.ui.controls.Strip;
import org.kordamp.ikonli.feather.Feather;

/** The key: its field, where to get one, and why the last one was of no use. */
final class KeyPart extends VBox {

    private static final Texts TEXTS = Texts.of(KeyPart.class);

    private final ConnectViewModel model;
    private final KeyField field = new KeyField();
    private final HBox source = new HBox();
    private final Strip trouble = new Strip(Strip.Kind.DANGER);

    KeyPart(ConnectViewModel model) {
        this.model = model;
        getStyleClass().add("key-part");
        Label label = new Label(TEXTS.get("connect.key"));
        label.getStyleClass().add("strong");
        label.setLabelFor(field);
        field.setId("api-key");
        field.setPromptText(TEXTS.get("connect.key.prompt"));
        field.textProperty().bindBidirectional(model.form().keyProperty());
        field.setAccessibleText(TEXTS.get("connect.key"));
        Button paste = Buttons.of(TEXTS.get("connect.paste"), Feather.CLIPBOARD);
        paste.setOnAction(e -> paste());
        StackPane inside = new StackPane(field, eye());
        HBox.setHgrow(inside, Priority.ALWAYS);
        HBox row = new HBox(inside, paste);
        row.getStyleClass().add("field-row");
        source.setAlignment(Pos.CENTER_LEFT);
        source.getStyleClass().add("key-source");
        trouble.managedProperty().bind(trouble.visibleProperty());
        source.managedProperty().bind(source.visibleProperty());
        getChildren().addAll(label, row, source, trouble);
        model.form().originBinding().subscribe(origin -> showSource());
        model.stateProperty().subscribe(this::show);
    }

    /** Moves the keyboard into the field. */
    void focusField() {
        Focus.visibly(field);
        field.end();
    }

    private IconButton eye() {
        IconButton eye = new IconButton(Feather.EYE, TEXTS.get("connect.show"));
        StackPane.setAlignment(eye, Pos.CENTER_RIGHT);
        eye.getStyleClass().add("inside-field");
        eye.setOnAction(e -> field.revealedProperty().set(!field.revealedProperty().get()));
        field.revealedProperty().subscribe(revealed -> {
            eye.setIcon(revealed ? Feather.EYE_OFF : Feather.EYE);
            eye.setName(TEXTS.get(revealed ? "connect.hide" : "connect.show"));
        });
        return eye;
    }

    private void paste() {
        model.paste();
        focusField();
    }

    private void showSource() {
        source.getChildren().clear();
        URI page = model.keysPage();
        if (page != null) {
            Label words = new Label(TEXTS.get("connect.keys-page"));
            words.getStyleClass().addAll("small", "muted");
            Hyperlink link = Buttons.link(page.getHost() + page.getPath());
            link.setOnAction(e -> model.openKeysPage());
            source.getChildren().addAll(words, link);
        }
    }

    private void show(ConnectState state) {
        boolean refused = state instanceof ConnectState.Refused;
        trouble.setVisible(refused);
        source.setVisible(!refused);
        if (state instanceof ConnectState.Refused(ConnectTrouble why)) {
            Fields.setInvalid(field, why.aboutKey());
            trouble.setLead(why.lead());
            trouble.setText(why.text());
            String id = why.requestId();
            boolean traceable = id != null && !why.aboutKey();
            trouble.setDetail(traceable ? TEXTS.get("connect.request-id") : null, traceable ? id : null);
            trouble.setLink(why.remedy().label(), () -> model.remedy(why.remedy()));
            trouble.announce();
            if (why.aboutKey()) {
                focusField();
            }
        } else {
            Fields.setInvalid(field, false);
        }
    }
}
