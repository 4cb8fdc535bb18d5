package io.github.devboxtunnels.ui.controls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import io.github.devboxtunnels.ui.common.Focus;
import org.jspecify.annotations.Nullable;

/** A group of chips of which one is chosen: arrows move and choose, Home and End go to the ends; one tab stop. */
public final class FilterChips<T> extends HBox {

    private final Map<T, FilterChip> chips = new LinkedHashMap<>();
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>();

    /** An empty group. */
    public FilterChips() {
        getStyleClass().add("filter-chips");
        setAlignment(Pos.CENTER_LEFT);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        value.subscribe(this::show);
    }

    /** Adds a chip at the end; the first one is chosen. */
    public void add(T choice, FilterChip chip) {
        chips.put(choice, chip);
        getChildren().add(chip);
        chip.setOnAction(e -> value.set(choice));
        if (value.get() == null) {
            value.set(choice);
        }
        show(value.get());
    }

    /** The chosen value; null only while the group is empty. */
    public ObjectProperty<@Nullable T> valueProperty() {
        return value;
    }

    private void show(@Nullable T chosen) {
        chips.forEach((choice, chip) -> {
            chip.setSelected(choice.equals(chosen));
            chip.setFocusTraversable(choice.equals(chosen));
        });
    }

    private void key(KeyEvent e) {
        List<T> order = List.copyOf(chips.keySet());
        T current = value.get();
        if (current == null || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        int at = order.indexOf(current);
        int next = switch (e.getCode()) {
            case LEFT, UP -> Math.max(0, at - 1);
            case RIGHT, DOWN -> Math.min(order.size() - 1, at + 1);
            case HOME -> 0;
            case END -> order.size() - 1;
            default -> -1;
        };
        if (next >= 0) {
            choose(order.get(next));
            e.consume();
        }
    }

    private void choose(T choice) {
        value.set(choice);
        FilterChip chip = chips.get(choice);
        if (chip != null) {
            Focus.visibly(chip);
        }
    }
}
