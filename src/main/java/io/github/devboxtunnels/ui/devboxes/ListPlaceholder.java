package io.github.devboxtunnels.ui.devboxes;

import java.util.Locale;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

import io.github.devboxtunnels.ui.common.Announcer;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.EmptyState;
import io.github.devboxtunnels.ui.controls.SkeletonRow;
import org.kordamp.ikonli.feather.Feather;

/** What stands in the list's place while it has no rows. */
final class ListPlaceholder extends StackPane {

    private static final Texts TEXTS = Texts.of(ListPlaceholder.class);
    private static final int SKELETON_ROWS = 6;

    private final DevboxListViewModel model;
    private final Runnable refresh;

    ListPlaceholder(DevboxListViewModel model, Runnable refresh) {
        this.model = model;
        this.refresh = refresh;
        getStyleClass().add("list-placeholder");
        model.stateProperty().subscribe(this::show);
    }

    private void show(ListState state) {
        setVisible(!(state instanceof ListState.Rows));
        switch (state) {
            case ListState.Rows _ -> getChildren().clear();
            case ListState.Loading(boolean skeleton) -> {
                getChildren().clear();
                if (skeleton) {
                    getChildren().add(SkeletonRow.list(SKELETON_ROWS));
                }
            }
            case ListState.EmptyAccount _ -> say(new EmptyState(TEXTS.get("devboxes.empty"),
                    TEXTS.get("devboxes.empty.sentence")).arch());
            case ListState.NoMatch none -> say(noMatch(none));
            case ListState.Failed _ -> {
                Button again = Buttons.of(TEXTS.get("devboxes.failed.again"));
                again.setOnAction(e -> refresh.run());
                say(new EmptyState(TEXTS.get("devboxes.failed"), TEXTS.get("devboxes.failed.sentence"))
                        .icon(Feather.ALERT_CIRCLE).action(again));
            }
        }
    }

    private EmptyState noMatch(ListState.NoMatch none) {
        String title = none.query().isEmpty()
                ? TEXTS.get("devboxes.none." + none.filter().name().toLowerCase(Locale.ROOT))
                : TEXTS.get("devboxes.no-match", none.query());
        String sentence = none.query().isEmpty() || none.filter() == ListFilter.ALL
                ? ""
                : TEXTS.get("devboxes.no-match.filter",
                        TEXTS.get("devboxes.filter." + none.filter().name().toLowerCase(Locale.ROOT)));
        Button clear = Buttons.of(TEXTS.get(none.query().isEmpty() ? "devboxes.show-all" : "devboxes.clear-search"));
        clear.setOnAction(e -> model.clearSearch());
        return new EmptyState(title, sentence).action(clear);
    }

    private void say(EmptyState words) {
        words.frameless();
        getChildren().setAll((Node) words);
        Announcer.announce(this, words.titleProperty().get());
    }
}
