package io.github.devboxtunnels.ui.devboxes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.service.DevboxList;
import org.jspecify.annotations.Nullable;

/**
 * All rows in their order, before chips and search choose among them. Made off the UI thread from the board before it,
 * so that rows of unchanged devboxes stay the same objects. Never changes.
 */
final class Board {

    static final Board EMPTY = new Board(new RowIndex(0), new DevboxRow[0], new RowIndex(0), new DevboxRow[0],
            Counts.of());

    /** From this many devboxes on the recent ones come first. */
    static final int MANY = 31;

    private static final int FIRST_ROOM = 1024;

    private static final Comparator<DevboxRow> ORDER = Board::compare;

    /**
     * What the order depends on besides the devboxes.
     *
     * @param pinned ids a person pinned
     * @param recent ids a person looked at lately
     * @param held whether rows must stay where they are, new ones at the end
     */
    record Rules(Set<String> pinned, Set<String> recent, boolean held) {
    }

    private final RowIndex byId;
    private final DevboxRow[] ordered;
    private final RowIndex endedById;
    private final DevboxRow[] ended;
    private final Counts counts;

    private Board(RowIndex byId, DevboxRow[] ordered, RowIndex endedById, DevboxRow[] ended, Counts counts) {
        this.byId = byId;
        this.ordered = ordered;
        this.endedById = endedById;
        this.ended = ended;
        this.counts = counts;
    }

    /** For the chips. */
    Counts counts() {
        return counts;
    }

    /** The row of a devbox; null when it is unknown. */
    @Nullable
    DevboxRow row(String id) {
        DevboxRow row = byId.get(id);
        return row != null ? row : endedById.get(id);
    }

    /**
     * The rows that pass chip and search, in order; asked for, those that had ended before come last.
     *
     * @throws InterruptedException when a newer question has made this one needless
     */
    DevboxRow[] choose(ListFilter filter, Search search, boolean withEnded) throws InterruptedException {
        if (filter == ListFilter.ALL && search.empty() && !withEnded) {
            return ordered;
        }
        int all = ordered.length + (withEnded ? ended.length : 0);
        // Grows as needed: most searches find few, and every letter makes one of these.
        DevboxRow[] chosen = new DevboxRow[Math.min(all, FIRST_ROOM)];
        int size = 0;
        for (int i = 0; i < all; i++) {
            checkInterrupt(i);
            DevboxRow row = i < ordered.length ? ordered[i] : ended[i - ordered.length];
            if (filter.accepts(row) && search.accepts(row)) {
                if (size == chosen.length) {
                    chosen = Arrays.copyOf(chosen, Math.min(all, size * 2));
                }
                chosen[size++] = row;
            }
        }
        return Arrays.copyOf(chosen, size);
    }

    /** The board that follows this one. */
    Board next(DevboxList list, Rules rules) throws InterruptedException {
        RowIndex rows = new RowIndex(list.devboxes().size());
        boolean many = list.devboxes().size() >= MANY;
        DevboxRow[] all = new DevboxRow[list.devboxes().size()];
        int size = 0;
        for (Devbox devbox : list.devboxes()) {
            checkInterrupt(size);
            DevboxRow row = row(devbox, tier(devbox.id(), rules, many));
            if (rows.add(row)) {
                all[size++] = row;
            }
        }
        DevboxRow[] live = size == all.length ? all : Arrays.copyOf(all, size);
        DevboxRow[] order = order(live, rows, rules.held());
        RowIndex overById = new RowIndex(list.ended().loaded().size());
        List<DevboxRow> over = new ArrayList<>();
        for (Devbox devbox : list.ended().loaded()) {
            DevboxRow row = row(devbox, DevboxRow.Tier.PLAIN);
            if (rows.get(row.id()) == null && overById.add(row)) {
                over.add(row);
            }
        }
        return new Board(rows, order, overById, over.toArray(DevboxRow[]::new), Counts.of(order));
    }

    private static int compare(DevboxRow left, DevboxRow right) {
        int byPlace = Integer.compare(left.place(), right.place());
        int byNumber = byPlace != 0 ? byPlace : NaturalOrder.compare(left.devbox().label(), right.devbox().label());
        int byName = byNumber != 0 ? byNumber : left.devbox().label().compareTo(right.devbox().label());
        return byName != 0 ? byName : left.id().compareTo(right.id());
    }

    static void checkInterrupt(int index) throws InterruptedException {
        if ((index & 0xFFF) == 0 && Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private DevboxRow row(Devbox devbox, DevboxRow.Tier tier) {
        DevboxRow before = row(devbox.id());
        return before != null && before.tier() == tier && before.devbox().equals(devbox)
                ? before
                : new DevboxRow(devbox, tier, before);
    }

    private static DevboxRow.Tier tier(String id, Rules rules, boolean many) {
        if (rules.pinned().contains(id)) {
            return DevboxRow.Tier.PINNED;
        }
        return many && rules.recent().contains(id) ? DevboxRow.Tier.RECENT : DevboxRow.Tier.PLAIN;
    }

    private DevboxRow[] order(DevboxRow[] live, RowIndex now, boolean held) throws InterruptedException {
        DevboxRow[] result = new DevboxRow[live.length];
        int size = 0;
        for (DevboxRow old : ordered) {
            DevboxRow row = now.get(old.id());
            if (row != null) {
                result[size++] = row;
            }
        }
        int firstNew = size;
        for (DevboxRow row : live) {
            if (byId.get(row.id()) == null) {
                result[size++] = row;
            }
        }
        checkInterrupt(0);
        // Beginning from the old order, a sort that likes runs has little to do.
        Arrays.sort(result, held ? firstNew : 0, size, ORDER);
        return result;
    }
}
