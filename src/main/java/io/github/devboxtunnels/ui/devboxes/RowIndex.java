package io.github.devboxtunnels.ui.devboxes;

import org.jspecify.annotations.Nullable;

/**
 * Rows by the id of their devbox. One array, because it is made anew with every board: the nodes of a hash map would be
 * more to copy for the garbage collector than the rows themselves.
 */
final class RowIndex {

    private final @Nullable DevboxRow[] places;

    /** Room for so many rows. */
    RowIndex(int rows) {
        // A power of two of which a third at least stays free.
        places = new DevboxRow[Integer.highestOneBit(rows + rows / 2 + 1) * 2];
    }

    /** Adds a row; false when there is one with its id already. */
    boolean add(DevboxRow row) {
        int place = place(row.id());
        if (places[place] != null) {
            return false;
        }
        places[place] = row;
        return true;
    }

    /** The row of a devbox; null when it is unknown. */
    @Nullable
    DevboxRow get(String id) {
        return places[place(id)];
    }

    /** Where a row stands, or where it would. */
    private int place(String id) {
        int hash = id.hashCode();
        int place = (hash ^ hash >>> 16) & places.length - 1;
        for (DevboxRow row = places[place]; row != null && !row.id().equals(id); row = places[place]) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }
}
