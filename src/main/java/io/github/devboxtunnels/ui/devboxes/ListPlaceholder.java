package io.github.devboxtunnels.ui.devboxes;

import java.util.Locale;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

import io.github.devboxtunnels.ui.common.Announcer;
import io.github.devboxtunnels.ui.common.Frames;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.EmptyState;
import io.github.devboxtunnels.ui.controls.SkeletonRow;
import org.kordamp.ikonli.feather.Feather;

/** What stands in the list's place while it has no rows. */
final class ListPlaceholder extends StackPane {

    private static final Texts TEXTS = Texts.of(ListPlaceholder.class);
    private static final int SKELETON_ROWS = 6;

    private final Button clear = Buttons.of("");
    private final EmptyState noMatch;
    private final DevboxListViewModel model;
    private final Runnable refresh;

    ListPlaceholder(DevboxListViewModel model, Runnable refresh) {
        this.model = model;
        this.refresh = refresh;
        this.noMatch = makeNoMatch();
        getStyleClass().add("list-placeholder");
        model.stateProperty().subscribe(this::show);
    }

    private void show(ListState state) {
        boolean hidden = !isVisible();
        setVisible(!(state instanceof ListState.Rows));
        switch (state) {
            case ListState.Rows _ -> {
                // The words for no match wait here with their styles: the next letter may need them, and should not wait.
                if (!getChildren().contains(noMatch)) {
                    getChildren().setAll(noMatch);
                    Frames.afterNext(noMatch::applyCss);
                }
            }
            case ListState.Loading(boolean skeleton) -> {
                getChildren().clear();
                if (skeleton) {
                    getChildren().add(SkeletonRow.list(SKELETON_ROWS));
                }
            }
            case ListState.EmptyAccount _ ->
                say(new EmptyState(TEXTS.get("devboxes.empty"), TEXTS.get("devboxes.empty.sentence")));
            case ListState.NoMatch none -> noMatch(none, hidden);
            case ListState.Failed _ -> {
                Button again = Buttons.of(TEXTS.get("devboxes.failed.again"));
                again.setOnAction(e -> refresh.run());
                say(new EmptyState(TEXTS.get("devboxes.failed"), TEXTS.get("devboxes.failed.sentence"))
                        .icon(Feather.ALERT_CIRCLE).action(again));
            }
        }
    }

    /** Made once: while a person types it changes with every letter. */
    private EmptyState makeNoMatch() {
        clear.setOnAction(e -> model.clearSearch());
        return new EmptyState("", "").action(clear).frameless();
    }

    private void noMatch(ListState.NoMatch none, boolean hidden) {
        String filter = none.filter().name().toLowerCase(Locale.ROOT);
        boolean searched = !none.query().isEmpty();
        noMatch.titleProperty().set(
                searched ? TEXTS.get("devboxes.no-match", none.query()) : TEXTS.get("devboxes.none." + filter));
        noMatch.sentenceProperty().set(searched && none.filter() != ListFilter.ALL
                ? TEXTS.get("devboxes.no-match.filter", TEXTS.get("devboxes.filter." + filter))
                : "");
        clear.setText(TEXTS.get(searched ? "devboxes.clear-search" : "devboxes.show-all"));
        if (!getChildren().contains(noMatch)) {
            say(noMatch);
        } else if (hidden) {
            announce(noMatch);
        }
    }

    private void say(EmptyState words) {
        words.frameless();
        getChildren().setAll((Node) words);
        announce(words);
    }

    private void announce(EmptyState words) {
        Announcer.announce(this, words.titleProperty().get());
    }
}
