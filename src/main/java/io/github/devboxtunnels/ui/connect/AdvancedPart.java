package io.github.devboxtunnels.ui.connect;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.ui.common.Focus;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.Fields;
import io.github.devboxtunnels.ui.controls.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Base URL and tunnel domain, for those who use another deployment. Opens in place. */
final class AdvancedPart extends VBox {

    private static final Texts TEXTS = Texts.of(AdvancedPart.class);

    private final TextField baseUrl;
    private final TextField domain;

    AdvancedPart(ConnectForm form) {
        getStyleClass().add("advanced-part");
        Button toggle = Buttons.of(TEXTS.get("connect.advanced"), Feather.CHEVRON_RIGHT, Buttons.FLAT);
        toggle.getStyleClass().add("disclosure");
        toggle.setOnAction(e -> form.advancedProperty().set(!form.advancedProperty().get()));
        baseUrl = field("base-url", form.baseUrlProperty());
        domain = field("tunnel-domain", form.domainProperty());
        Label derived = new Label(TEXTS.get("connect.domain.derived"));
        derived.getStyleClass().addAll("small", "subtle", "inside-field-words");
        derived.setMouseTransparent(true);
        derived.visibleProperty().bind(domain.textProperty().isEmpty());
        StackPane.setAlignment(derived, Pos.CENTER_RIGHT);
        form.originBinding().subscribe(origin -> domain.setPromptText(form.derivedDomain()));
        VBox rows = new VBox(row("connect.base-url", baseUrl, new StackPane(baseUrl), form.baseUrlTroubleProperty()),
                row("connect.domain", domain, new StackPane(domain, derived), form.domainTroubleProperty()));
        rows.getStyleClass().add("advanced-rows");
        rows.visibleProperty().bind(form.advancedProperty());
        rows.managedProperty().bind(form.advancedProperty());
        getChildren().addAll(toggle, rows);
        form.advancedProperty().subscribe(open -> {
            toggle.setGraphic(
                    Icons.of(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
            toggle.setAccessibleText(TEXTS.get(open ? "connect.advanced.open" : "connect.advanced.closed"));
            pseudoClassStateChanged(PseudoClass.getPseudoClass("open"), open);
        });
        focusOn(form.baseUrlTroubleProperty(), baseUrl);
        focusOn(form.domainTroubleProperty(), domain);
    }

    /** Moves the keyboard to the base URL. */
    void focusBaseUrl() {
        Focus.visibly(baseUrl);
        baseUrl.selectAll();
    }

    private static void focusOn(ObservableValue<String> trouble, TextField field) {
        trouble.addListener((property, was, is) -> {
            Fields.setInvalid(field, is != null);
            if (is != null) {
                Focus.visibly(field);
            }
        });
    }

    private static TextField field(String id, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.getStyleClass().add("mono");
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static VBox row(String key, TextField field, StackPane place, ObservableValue<String> trouble) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().addAll("muted", "advanced-label");
        label.setLabelFor(field);
        field.setAccessibleText(TEXTS.get(key));
        HBox.setHgrow(place, Priority.ALWAYS);
        HBox row = new HBox(label, place);
        row.setAlignment(Pos.CENTER_LEFT);
        Label why = new Label();
        why.getStyleClass().addAll("small", "danger-text", "field-trouble");
        why.setWrapText(true);
        why.setVisible(false);
        why.managedProperty().bind(why.visibleProperty());
        trouble.addListener((property, was, is) -> say(why, field, is));
        return new VBox(row, why);
    }

    private static void say(Label why, TextField field, @Nullable String words) {
        why.setText(words == null ? "" : words);
        why.setVisible(words != null);
        field.setAccessibleHelp(words);
    }
}
