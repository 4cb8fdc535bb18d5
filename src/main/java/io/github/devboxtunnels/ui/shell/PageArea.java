package io.github.devboxtunnels.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

import io.github.devboxtunnels.ui.common.Frames;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Buttons;
import io.github.devboxtunnels.ui.controls.EmptyState;
import io.github.devboxtunnels.ui.devboxes.DevboxListViewModel;
import io.github.devboxtunnels.ui.devboxes.ListState;

/** The page of the selected devbox, or a word about what to do without one. */
final class PageArea extends StackPane {

    private static final Texts TEXTS = Texts.of(PageArea.class);

    private final EmptyState nothing = new EmptyState("", "").arch().frameless();
    private final Button platform = Buttons.of(TEXTS.get("shell.page.none.open"), Buttons.PRIMARY);
    private final ShellViewModel model;
    private final DevboxListViewModel devboxes;
    private final PagePart page;
    private final TaskRunner tasks;
    private boolean asked;

    PageArea(ShellViewModel model, PagePart page, TaskRunner tasks) {
        this.model = model;
        this.devboxes = model.devboxes();
        this.page = page;
        this.tasks = tasks;
        getStyleClass().add("page-area");
        setMinWidth(0);
        getChildren().addAll(page.node(), nothing);
        platform.setOnAction(e -> model.openPlatform());
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
        boolean empty = state instanceof ListState.EmptyAccount;
        nothing.setVisible(
                !selected && (empty || state instanceof ListState.Rows || state instanceof ListState.NoMatch));
        nothing.titleProperty().set(TEXTS.get(empty ? "shell.page.none" : "shell.page.choose"));
        nothing.sentenceProperty().set(TEXTS.get(empty ? "shell.page.none.sentence" : "shell.page.choose.sentence"));
        nothing.action(empty && model.hasPlatform() ? platform : null);
        if (selected && !asked && !(state instanceof ListState.Loading)) {
            asked = true;
            // It is as much as all the rest of the window, and people look at the list first.
            Frames.afterNext(() -> tasks.post(page::build));
        }
    }
}
