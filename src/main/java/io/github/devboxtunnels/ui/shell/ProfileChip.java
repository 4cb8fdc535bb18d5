package io.github.devboxtunnels.ui.shell;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.Icons;
import io.github.devboxtunnels.ui.controls.MenuRow;
import io.github.devboxtunnels.ui.controls.Menus;
import org.kordamp.ikonli.feather.Feather;

/** Whose devboxes these are, with the way out behind it. */
final class ProfileChip extends Button {

    private static final Texts TEXTS = Texts.of(ProfileChip.class);

    private final Label domain = new Label();

    ProfileChip(Profile profile, Runnable leave) {
        getStyleClass().addAll(Buttons.FLAT, "profile-chip");
        setMinWidth(USE_PREF_SIZE);
        StackPane avatar = new StackPane(
                profile.sandbox() ? Icons.of(Feather.BOX, 14) : new Label(profile.initial()));
        avatar.getStyleClass().addAll("avatar", profile.sandbox() ? "sandbox" : "account");
        Label name = new Label(profile.name());
        name.getStyleClass().add("semibold");
        name.setMaxWidth(160);
        domain.setText(profile.domain());
        domain.getStyleClass().addAll("small", "muted");
        domain.managedProperty().bind(domain.visibleProperty());
        HBox content = new HBox(avatar, name, domain, Icons.of(Feather.CHEVRON_DOWN, 14));
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("profile-content");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(content);
        setAccessibleText(TEXTS.get("shell.profile.spoken", profile.name(), profile.domain()));
        setOnAction(e -> Menus.show(Menus.of(Menus.title(TEXTS.get("shell.profile.at", profile.name(),
                profile.domain())),
                new MenuRow(Feather.LOG_OUT, TEXTS.get(profile.sandbox() ? "shell.leave.sandbox" : "shell.leave"),
                        null, leave)),
                this, Side.BOTTOM));
    }

    /** Leaves the domain out where there is little room. */
    void setCompact(boolean compact) {
        domain.setVisible(!compact);
    }
}
