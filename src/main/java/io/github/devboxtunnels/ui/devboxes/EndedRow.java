package io.github.devboxtunnels.ui.devboxes;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Icons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The row below the list: opens and closes the devboxes that had ended before, and says how many there are. */
final class EndedRow extends Button {

    private static final Texts TEXTS = Texts.of(EndedRow.class);

    private final FontIcon chevron = Icons.of(Feather.CHEVRON_RIGHT);
    private final Label words = new Label(TEXTS.get("devboxes.ended"));
    private final Label count = new Label();

    EndedRow(DevboxListViewModel model) {
        getStyleClass().setAll("ended-row");
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().addAll("small", "muted");
        count.getStyleClass().addAll("small", "subtle");
        Region grow = new Region();
        HBox.setHgrow(grow, Priority.ALWAYS);
        HBox content = new HBox(chevron, words, grow, count);
        content.getStyleClass().add("ended-content");
        content.prefWidthProperty().bind(widthProperty().subtract(40));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(content);
        setOnAction(e -> press(model));
        model.endedProperty().subscribe(this::show);
        managedProperty().bind(visibleProperty());
    }

    private static void press(DevboxListViewModel model) {
        EndedFooter now = model.endedProperty().get();
        if (now.open() && now.problem() != null && !now.loading()) {
            model.loadMoreEnded();
        } else {
            model.toggleEnded();
        }
    }

    private void show(EndedFooter footer) {
        setVisible(footer.shown());
        chevron.setIconCode(footer.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        Integer total = footer.total();
        String number = total == null ? "" : Integer.toString(total);
        boolean failed = footer.open() && footer.problem() != null && !footer.loading();
        words.setText(TEXTS.get(failed ? "devboxes.ended.failed" : "devboxes.ended"));
        count.setText(footer.loading() ? TEXTS.get("devboxes.ended.loading") : number);
        setAccessibleText(TEXTS.get(footer.open() ? "devboxes.ended.spoken.open" : "devboxes.ended.spoken.closed",
                words.getText(), count.getText()));
    }
}
