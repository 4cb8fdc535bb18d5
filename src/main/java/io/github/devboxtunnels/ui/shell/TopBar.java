package io.github.devboxtunnels.ui.shell;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import io.github.devboxtunnels.ui.common.Focus;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.IconButton;
import io.github.devboxtunnels.ui.controls.Menus;
import io.github.devboxtunnels.ui.controls.SearchField;
import org.kordamp.ikonli.feather.Feather;

/** Profile, search, how fresh the list is, refresh, settings. */
final class TopBar extends StackPane {

    private static final Texts TEXTS = Texts.of(TopBar.class);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double SEARCH = 344;
    private static final double SEARCH_COMPACT = 220;

    private final ProfileChip profile;
    private final SearchField search = new SearchField(TEXTS.get("shell.search"), shown("Shortcut+F"));

    TopBar(ShellViewModel model, Preferences preferences, Runnable toList) {
        getStyleClass().addAll("bar", "top-bar");
        profile = new ProfileChip(model.profile(), model::leave);
        search.setId("search");
        search.textProperty().bindBidirectional(model.devboxes().queryProperty());
        search.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
                toList.run();
                e.consume();
            }
        });
        Label freshness = new Label();
        freshness.getStyleClass().addAll("small", "freshness");
        freshness.setMinWidth(USE_PREF_SIZE);
        model.freshnessProperty().subscribe(now -> {
            freshness.setText(now.text());
            freshness.pseudoClassStateChanged(STALE, now.stale());
        });
        IconButton refresh = new IconButton(Feather.REFRESH_CW, TEXTS.get("shell.refresh"), "F5");
        refresh.setOnAction(e -> model.refresh());
        IconButton settings = new IconButton(Feather.SETTINGS, TEXTS.get("shell.settings")).large();
        settings.setId("settings");
        settings.setOnAction(e -> Menus.show(SettingsMenu.of(preferences), settings, Side.BOTTOM));
        Region grow = new Region();
        HBox.setHgrow(grow, Priority.ALWAYS);
        HBox row = new HBox(profile, search, grow, freshness, refresh, settings);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("top-row");
        Region line = new Region();
        line.getStyleClass().add("reading-line");
        line.visibleProperty().bind(model.readingProperty());
        line.setMouseTransparent(true);
        StackPane.setAlignment(line, Pos.BOTTOM_LEFT);
        getChildren().addAll(row, line);
        setCompact(false);
    }

    /** Takes less room. */
    void setCompact(boolean compact) {
        profile.setCompact(compact);
        search.setPromptText(TEXTS.get(compact ? "shell.search.compact" : "shell.search"));
        search.setMinWidth(compact ? SEARCH_COMPACT : SEARCH);
        search.setMaxWidth(compact ? SEARCH_COMPACT : SEARCH);
    }

    /** Goes to the search field and takes its text to be typed over. */
    void focusSearch() {
        Focus.visibly(search);
        search.selectAll();
    }

    /** A shortcut as the system writes it. */
    static String shown(String keys) {
        return KeyCombination.valueOf(keys).getDisplayText();
    }
}
