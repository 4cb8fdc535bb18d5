package io.github.devboxtunnels.ui.shell;

import javafx.scene.layout.StackPane;

import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.EmptyState;
import io.github.devboxtunnels.ui.devboxes.DevboxListViewModel;
import io.github.devboxtunnels.ui.devboxes.ListState;

/** The page of the selected devbox, or a word about what to do without one. */
final class PageArea extends StackPane {

    private static final Texts TEXTS = Texts.of(PageArea.class);

    private final EmptyState nothing = new EmptyState("", "").arch().frameless();
    private final DevboxListViewModel devboxes;
    private final PagePart page;

    PageArea(DevboxListViewModel devboxes, PagePart page) {
        this.devboxes = devboxes;
        this.page = page;
        getStyleClass().add("page-area");
        setMinWidth(0);
        getChildren().addAll(page.node(), nothing);
        devboxes.selectedProperty().subscribe(id -> {
            page.show(id);
            show();
        });
        devboxes.stateProperty().subscribe(state -> show());
    }

    private void show() {
        boolean selected = devboxes.selectedProperty().get() != null;
        ListState state = devboxes.stateProperty().get();
        page.node().setVisible(selected);
        nothing.setVisible(!selected && (state instanceof ListState.Rows || state instanceof ListState.NoMatch));
        nothing.titleProperty().set(TEXTS.get("shell.page.choose"));
        nothing.sentenceProperty().set(TEXTS.get("shell.page.choose.sentence"));
    }
}
