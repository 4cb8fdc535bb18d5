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

    /** First the replaced range, then one part for each run of rows that changed in place. */
    static final class Step extends ListChangeListener.Change<DevboxRow> {

        private final Swap swap;
        private boolean inRange;
        private int from = -1;
        private int to = -1;

        Step(RowList list, Swap swap) {
            super(list);
            this.swap = swap;
        }

        Swap swap() {
            return swap;
        }

        @Override
        public boolean next() {
            if (from == -1 && swap.replaces()) {
                inRange = true;
                from = swap.from();
                to = swap.addedTo();
                return true;
            }
            int start = swap.updated().nextSetBit(inRange || from == -1 ? 0 : to);
            inRange = false;
            if (start == -1) {
                return false;
            }
            from = start;
            to = swap.updated().nextClearBit(start);
            return true;
        }

        @Override
        public void reset() {
            from = -1;
            to = -1;
            inRange = false;
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
            return inRange ? swap.removed() : List.of();
        }

        @Override
        public boolean wasUpdated() {
            return !inRange;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
