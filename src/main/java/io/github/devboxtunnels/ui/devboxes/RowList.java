package io.github.devboxtunnels.ui.devboxes;

import java.util.List;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

/** The rows on show: an array that is exchanged as a whole and says what that changed without looking at each row. */
final class RowList extends ObservableListBase<DevboxRow> {

    private DevboxRow[] rows = new DevboxRow[0];
    private int lastFound;

    @Override
    public DevboxRow get(int index) {
        return rows[index];
    }

    @Override
    public int size() {
        return rows.length;
    }

    /** What is shown now, to find the next change from. */
    Swap.Shown shown() {
        return new Swap.Shown(rows);
    }

    /** The place of a devbox; -1 when it is not here. Looks first where it was found last. */
    int indexOf(String id) {
        if (lastFound < rows.length && rows[lastFound].id().equals(id)) {
            return lastFound;
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].id().equals(id)) {
                lastFound = i;
                return i;
            }
        }
        return -1;
    }

    void apply(Swap swap) {
        rows = swap.after();
        if (!swap.nothing()) {
            fireChange(new Step(this, swap));
        }
    }

    /**
     * What went, then what came in its place, then one part for each run of rows that changed in place. Going and
     * coming are two parts because a list view marks every single row of a replaced range, those out of sight too.
     */
    static final class Step extends ListChangeListener.Change<DevboxRow> {

        private enum Part {
            NONE, REMOVED, ADDED, UPDATED
        }

        private final Swap swap;
        private Part part = Part.NONE;
        private int from;
        private int to;

        Step(RowList list, Swap swap) {
            super(list);
            this.swap = swap;
        }

        Swap swap() {
            return swap;
        }

        @Override
        public boolean next() {
            if (part == Part.NONE && swap.removedTo() > swap.from()) {
                return at(Part.REMOVED, swap.from(), swap.from());
            }
            if (part.compareTo(Part.ADDED) < 0 && swap.addedTo() > swap.from()) {
                return at(Part.ADDED, swap.from(), swap.addedTo());
            }
            int start = swap.updated().nextSetBit(part == Part.UPDATED ? to : 0);
            return start >= 0 && at(Part.UPDATED, start, swap.updated().nextClearBit(start));
        }

        private boolean at(Part next, int begin, int end) {
            part = next;
            from = begin;
            to = end;
            return true;
        }

        @Override
        public void reset() {
            part = Part.NONE;
        }

        @Override
        public int getFrom() {
            return from;
        }

        @Override
        public int getTo() {
            return to;
        }

        @Override
        public List<DevboxRow> getRemoved() {
            return part == Part.REMOVED ? swap.removed() : List.of();
        }

        @Override
        public boolean wasUpdated() {
            return part == Part.UPDATED;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
