package io.github.devboxtunnels.ui.controls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

import io.github.devboxtunnels.ui.common.Focus;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** Cards of equal width of which one is chosen: the whole card is the target, arrows move and choose; one tab stop. */
public final class CardChoice<T> extends Pane {

    private static final double GAP = 12;

    private final Map<T, ChoiceCard> cards = new LinkedHashMap<>();
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>();

    /** Without cards. */
    public CardChoice() {
        getStyleClass().add("card-choice");
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        value.subscribe(this::show);
    }

    /**
     * Adds a card; the first one is chosen.
     *
     * @param warning whether choosing it is a risk
     */
    public void add(T choice, Ikon icon, String title, String text, boolean warning) {
        ChoiceCard card = new ChoiceCard(icon, title, text, warning, () -> value.set(choice));
        cards.put(choice, card);
        getChildren().add(card);
        if (value.get() == null) {
            value.set(choice);
        }
        show(value.get());
    }

    /** The chosen value; null only while there are no cards. */
    public ObjectProperty<@Nullable T> valueProperty() {
        return value;
    }

    /** What takes the focus: the chosen card. */
    public Node focusTarget() {
        ChoiceCard card = cards.get(value.get());
        return card == null ? this : card;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        double widest = cards.values().stream().mapToDouble(card -> card.prefWidth(-1)).max().orElse(0);
        return widest * cards.size() + GAP * (cards.size() - 1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double each = each(width < 0 ? prefWidth(-1) : width);
        return cards.values().stream().mapToDouble(card -> Math.ceil(card.prefHeight(each))).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (ChoiceCard card : cards.values()) {
            double left = snapPositionX(x);
            card.resizeRelocate(left, 0, snapPositionX(x + each(getWidth())) - left, getHeight());
            x += each(getWidth()) + GAP;
        }
    }

    private double each(double width) {
        return (width - GAP * (cards.size() - 1)) / Math.max(1, cards.size());
    }

    private void show(@Nullable T chosen) {
        cards.forEach((choice, card) -> card.setSelected(choice.equals(chosen)));
    }

    private void key(KeyEvent e) {
        List<T> order = List.copyOf(cards.keySet());
        int at = order.indexOf(value.get());
        int next = switch (e.getCode()) {
            case LEFT, UP -> Math.floorMod(at - 1, order.size());
            case RIGHT, DOWN -> Math.floorMod(at + 1, order.size());
            case SPACE -> at;
            default -> -1;
        };
        if (next >= 0) {
            value.set(order.get(next));
            Focus.visibly(focusTarget());
            e.consume();
        }
    }
}
