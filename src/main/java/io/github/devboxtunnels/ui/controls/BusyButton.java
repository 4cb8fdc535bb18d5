package io.github.devboxtunnels.ui.controls;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * A button that shows its work: while busy it turns an arc and says so, ignores its action and keeps width and focus.
 */
public final class BusyButton extends Button {

    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
    private static final double ARC = 16;

    private final BooleanProperty busy = new SimpleBooleanProperty();
    private String rest;
    private String working;
    private @Nullable Ikon icon;

    /**
     * A button.
     *
     * @param busyText what it says while it works: "Enabling…"
     */
    public BusyButton(String text, String busyText, String... styleClasses) {
        this.rest = text;
        this.working = busyText;
        getStyleClass().add("busy-button");
        getStyleClass().addAll(styleClasses);
        setMinWidth(USE_PREF_SIZE);
        busy.addListener((property, was, is) -> show());
        show();
    }

    /** Whether it works. */
    public BooleanProperty busyProperty() {
        return busy;
    }

    /** Says something else, at rest and at work. */
    public void setTexts(String text, String busyText) {
        rest = text;
        working = busyText;
        show();
        requestLayout();
    }

    /** Shows an icon at rest, or none. */
    public void setIcon(@Nullable Ikon next) {
        icon = next;
        show();
    }

    @Override
    public void fire() {
        if (!busy.get()) {
            super.fire();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(width(rest, icon != null), width(working, true));
    }

    private double width(String words, boolean withGraphic) {
        Text text = new Text(words);
        text.setFont(getFont());
        double graphic = withGraphic ? ARC + getGraphicTextGap() : 0;
        return Math.ceil(text.getLayoutBounds().getWidth() + graphic + snappedLeftInset() + snappedRightInset());
    }

    private void show() {
        boolean works = busy.get();
        pseudoClassStateChanged(BUSY, works);
        setText(works ? working : rest);
        setGraphic(graphic(works));
    }

    private @Nullable Node graphic(boolean works) {
        if (works) {
            return new StatusGlyph(StatusGlyph.Kind.MOVING);
        }
        Ikon atRest = icon;
        return atRest == null ? null : Icons.of(atRest, getStyleClass().contains(Buttons.SMALL) ? 14 : 16);
    }
}
