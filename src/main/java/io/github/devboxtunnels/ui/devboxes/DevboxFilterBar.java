package io.github.devboxtunnels.ui.devboxes;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.controls.FilterChip;
import io.github.devboxtunnels.ui.controls.FilterChips;
import org.jspecify.annotations.Nullable;

/** The chips above the list. */
public final class DevboxFilterBar extends HBox {

    private static final Texts TEXTS = Texts.of(DevboxFilterBar.class);

    private final Map<ListFilter, FilterChip> chips = new EnumMap<>(ListFilter.class);
    private final FilterChips<ListFilter> group = new FilterChips<>();

    /** Chooses for a list. */
    public DevboxFilterBar(DevboxListViewModel model) {
        getStyleClass().addAll("bar", "filter-bar");
        setAlignment(Pos.CENTER_LEFT);
        for (ListFilter filter : ListFilter.values()) {
            FilterChip chip = new FilterChip(TEXTS.get("devboxes.filter." + filter.name().toLowerCase(Locale.ROOT)));
            chips.put(filter, chip);
            group.add(filter, chip);
        }
        group.setAccessibleText(TEXTS.get("devboxes.filters"));
        group.valueProperty().set(model.filterProperty().get());
        group.valueProperty().addListener((property, was, is) -> {
            if (is != null) {
                model.filterProperty().set(is);
            }
        });
        model.filterProperty().addListener((property, was, is) -> group.valueProperty().set(is));
        model.countsProperty().subscribe(this::count);
        getChildren().add(group);
    }

    private void count(@Nullable Counts counts) {
        chips.forEach((filter, chip) -> chip.countProperty()
                .set(counts == null ? TEXTS.get("devboxes.count.unknown") : Integer.toString(counts.of(filter))));
        boolean open = counts != null && counts.of(ListFilter.OPEN) > 0;
        chips.forEach((filter, chip) -> chip.setWarning(open && filter == ListFilter.OPEN));
    }
}
