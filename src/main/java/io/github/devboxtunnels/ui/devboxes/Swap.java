package io.github.devboxtunnels.ui.devboxes;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The way from one list of rows to the next: at most one range that is replaced, and single rows that changed where
 * they stand. Found off the UI thread, applied on it.
 */
final class Swap {

    private final DevboxRow[] before;
    private final DevboxRow[] after;
    private final int from;
    private final int removedTo;
    private final int addedTo;
    private final BitSet updated;
    private final boolean fresh;

    /** Rows on the screen at one moment. */
    static final class Shown {

        private final DevboxRow[] rows;

        Shown(DevboxRow... rows) {
            this.rows = rows;
        }

        DevboxRow[] rows() {
            return rows;
        }
    }

    private Swap(DevboxRow[] before, DevboxRow[] after, int from, int removedTo, int addedTo, BitSet updated,
            boolean fresh) {
        this.before = before;
        this.after = after;
        this.from = from;
        this.removedTo = removedTo;
        this.addedTo = addedTo;
        this.updated = updated;
        this.fresh = fresh;
    }

    /**
     * Finds it.
     *
     * @param fresh whether a person asked for something else, so that the list may begin at its top
     */
    static Swap between(DevboxRow[] before, DevboxRow[] after, boolean fresh) {
        int shorter = Math.min(before.length, after.length);
        BitSet updated = new BitSet();
        int prefix = 0;
        while (prefix < shorter && same(before[prefix], after[prefix])) {
            updated.set(prefix, before[prefix] != after[prefix]);
            prefix++;
        }
        int suffix = 0;
        while (suffix < shorter - prefix
                && same(before[before.length - 1 - suffix], after[after.length - 1 - suffix])) {
            updated.set(after.length - 1 - suffix,
                    before[before.length - 1 - suffix] != after[after.length - 1 - suffix]);
            suffix++;
        }
        return new Swap(before, after, prefix, before.length - suffix, after.length - suffix, updated, fresh);
    }

    private static boolean same(DevboxRow left, DevboxRow right) {
        return left.id().equals(right.id());
    }

    /** Whether the rows are the very same. */
    boolean nothing() {
        return !replaces() && updated.isEmpty();
    }

    /** Whether rows come, go or move. */
    boolean replaces() {
        return removedTo > from || addedTo > from;
    }

    /** Whether the list may begin at its top. */
    boolean fresh() {
        return fresh;
    }

    DevboxRow[] after() {
        return after;
    }

    DevboxRow[] before() {
        return before;
    }

    /** Where the replaced range begins. */
    int from() {
        return from;
    }

    /** Where it ended before. */
    int removedTo() {
        return removedTo;
    }

    /** Where it ends afterwards. */
    int addedTo() {
        return addedTo;
    }

    /** What stood in it before; a view, not a copy. */
    List<DevboxRow> removed() {
        return Arrays.asList(before).subList(from, removedTo);
    }

    /** Places, afterwards, of rows that changed where they stand. */
    BitSet updated() {
        return updated;
    }
}
