package io.github.devboxtunnels.ui.devboxes;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How many devboxes each chip stands for, whatever is searched.
 *
 * @param each every chip has a number
 */
public record Counts(Map<ListFilter, Integer> each) {

    /** Copies the map. */
    public Counts {
        each = Map.copyOf(each);
    }

    /** Of one chip. */
    public int of(ListFilter filter) {
        return Objects.requireNonNull(each.get(filter));
    }

    static Counts of(DevboxRow... rows) {
        Map<ListFilter, Integer> each = new EnumMap<>(ListFilter.class);
        for (ListFilter filter : ListFilter.values()) {
            int count = 0;
            for (DevboxRow row : rows) {
                count += filter.accepts(row) ? 1 : 0;
            }
            each.put(filter, count);
        }
        return new Counts(each);
    }
}
