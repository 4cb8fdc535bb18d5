package io.github.devboxtunnels.ui.controls;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A copy button with words, and a part beside it that opens a menu of other forms to copy. */
public final class SplitCopyButton extends HBox {

    private static final PseudoClass SHOWING = PseudoClass.getPseudoClass("showing");

    private final Texts texts = Texts.of(SplitCopyButton.class);
    private final String label;
    private final String announcement;
    private final BooleanSupplier copying;
    private final CopyFeedback feedback;
    private final Button main = new Button();
    private final Button chevron = new IconButton(Feather.CHEVRON_DOWN, texts.get("controls.copy.more")).bordered();
    private @Nullable Supplier<ContextMenu> menu;

    /**
     * Both parts.
     *
     * @param label what the main part says: "Copy"
     * @param announcement what a screen reader says after a press of the main part
     * @param copying what the main part does; false when the clipboard could not be reached
     */
    public SplitCopyButton(String label, String announcement, BooleanSupplier copying, TaskRunner tasks) {
        this.label = label;
        this.announcement = announcement;
        this.copying = copying;
        this.feedback = new CopyFeedback(this, tasks, this::draw);
        getStyleClass().add("split-copy-button");
        main.getStyleClass().add("main-part");
        chevron.getStyleClass().add("chevron-part");
        main.setOnAction(e -> fire());
        chevron.setOnAction(e -> openMenu());
        // A filter: a button takes the arrows itself, to move the focus.
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DOWN) {
                openMenu();
                e.consume();
            }
        });
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        getChildren().addAll(main, chevron);
        draw(CopyFeedback.Phase.REST);
    }

    /** The menu, asked for at each opening. */
    public void setMenu(@Nullable Supplier<ContextMenu> next) {
        menu = next;
    }

    /** Copies, as a press of the main part does. */
    public void fire() {
        feedback.show(copying.getAsBoolean(), announcement);
    }

    /** Shows the tick, or the alarm, after a copy from the menu. */
    public void confirm(boolean copied) {
        feedback.show(copied, announcement);
    }

    /** The part with the words. */
    public Button mainPart() {
        return main;
    }

    /** The part that opens the menu. */
    public Button chevronPart() {
        return chevron;
    }

    private void openMenu() {
        Supplier<ContextMenu> supplier = menu;
        if (supplier == null) {
            return;
        }
        ContextMenu shown = supplier.get();
        chevron.pseudoClassStateChanged(SHOWING, true);
        shown.setOnHidden(e -> chevron.pseudoClassStateChanged(SHOWING, false));
        Menus.show(shown, this, Side.BOTTOM);
    }

    private void draw(CopyFeedback.Phase phase) {
        main.setText(phase == CopyFeedback.Phase.COPIED ? texts.get("controls.copy.copied") : label);
        main.setGraphic(Icons.of(switch (phase) {
            case REST -> Feather.COPY;
            case COPIED -> Feather.CHECK;
            case FAILED -> Feather.ALERT_CIRCLE;
        }));
    }
}
