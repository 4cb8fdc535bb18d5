package io.github.devboxtunnels.ui.devboxes;

import java.time.Instant;
import java.util.Set;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.Badge;
import io.github.devboxtunnels.ui.controls.Icons;
import io.github.devboxtunnels.ui.controls.StatusGlyph;
import io.github.devboxtunnels.ui.controls.Tip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the list: glyph, name, status in words, badge. */
final class DevboxCell extends ListCell<DevboxRow> {

    /** Height of every row, in pixels. */
    static final double HEIGHT = 52;

    /** Where the pin stands, after the status and the lines. */
    private static final int BEHIND_LINES = 2;
    private static final Texts TEXTS = Texts.of(DevboxCell.class);
    private static final PseudoClass UNNAMED = PseudoClass.getPseudoClass("unnamed");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final StatusGlyph glyph = new StatusGlyph(StatusGlyph.Kind.ENDED);
    private final Label name = new Label();
    private final Label line = new Label();
    private final Badge lock = new Badge();
    private final Badge open = new Badge();
    private final HBox content;
    /** Made for the first row that needs it, for few do. */
    private @Nullable FontIcon pin;
    /** The same. */
    private @Nullable Label awake;
    private final ObservableValue<Instant> now;
    private final ObservableValue<Set<String>> kept;

    DevboxCell(ObservableValue<Instant> now, ObservableValue<Set<String>> kept) {
        this.now = now;
        this.kept = kept;
        getStyleClass().add("devbox-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        name.getStyleClass().add("row-name");
        line.getStyleClass().addAll("small", "row-line");
        VBox lines = new VBox(name, line);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        lines.getStyleClass().add("row-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        lock.show(Badge.Kind.LOCK, TEXTS.get("devboxes.lock.tip"));
        open.show(Badge.Kind.OPEN);
        content = new HBox(glyph, lines, lock, open);
        takeNoRoomUnseen(lock);
        takeNoRoomUnseen(open);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("row-content");
        // Else a long name would widen the row past the list. The height is no question either.
        content.setMinSize(0, 0);
        content.setPrefSize(0, HEIGHT);
        // An unseen arc does not turn.
        glyph.visibleProperty().bind(content.visibleProperty());
        content.setVisible(false);
        setGraphic(content);
        setTooltip(tooltip());
        now.subscribe(moment -> age());
        kept.subscribe(ids -> age());
    }

    @Override
    protected void updateItem(DevboxRow row, boolean empty) {
        super.updateItem(row, empty);
        // Hidden, not taken out: nodes that come back into a scene are styled anew, which a long list has no time for.
        content.setVisible(!empty && row != null);
        if (empty || row == null) {
            setAccessibleText(null);
            return;
        }
        glyph.setKind(StatusGlyph.Kind.valueOf(row.mark().name()));
        name.setText(row.devbox().label());
        pseudoClassStateChanged(UNNAMED, !row.devbox().named());
        pseudoClassStateChanged(FAILED, row.mark() == DevboxRow.Mark.FAILED);
        showPin(row.pinned());
        lock.setVisible(row.access() == DevboxRow.Access.AUTHENTICATED);
        open.setVisible(row.access() == DevboxRow.Access.OPEN);
        age();
    }

    private void age() {
        DevboxRow row = getItem();
        if (row != null) {
            boolean woken = kept.getValue().contains(row.id());
            String spoken = RowText.spoken(row, now.getValue());
            line.setText(RowText.secondLine(row.devbox(), now.getValue()));
            showAwake(woken);
            setAccessibleText(woken ? TEXTS.get("devboxes.row.spoken.awake", spoken) : spoken);
        }
    }

    private void showPin(boolean pinned) {
        FontIcon made = pin;
        if (made == null && pinned) {
            made = Icons.of(Feather.BOOKMARK, 12);
            made.getStyleClass().add("subtle");
            takeNoRoomUnseen(made);
            content.getChildren().add(BEHIND_LINES, made);
            pin = made;
        }
        if (made != null) {
            made.setVisible(pinned);
        }
    }

    private void showAwake(boolean woken) {
        Label made = awake;
        if (made == null && woken) {
            made = new Label();
            made.getStyleClass().add("row-awake");
            made.setGraphic(Icons.of(Feather.ACTIVITY, 14));
            made.setMinWidth(USE_PREF_SIZE);
            made.setTooltip(new Tip(TEXTS.get("devboxes.awake")));
            takeNoRoomUnseen(made);
            content.getChildren().add(content.getChildren().indexOf(lock), made);
            awake = made;
        }
        if (made != null) {
            made.setVisible(woken);
        }
    }

    private static void takeNoRoomUnseen(Node part) {
        part.managedProperty().bind(part.visibleProperty());
    }

    /** Its words are made when it opens: most rows never need them. */
    private Tooltip tooltip() {
        Tooltip tip = new Tip();
        tip.setOnShowing(e -> {
            DevboxRow row = getItem();
            tip.setText(row == null ? "" : RowText.tooltip(row.devbox(), now.getValue()));
        });
        return tip;
    }
}
