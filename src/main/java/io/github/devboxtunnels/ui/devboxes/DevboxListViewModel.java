package io.github.devboxtunnels.ui.devboxes;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.settings.SettingsStore;
import io.github.devboxtunnels.ui.common.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * The list of devboxes: what is searched, chosen and selected, and the rows to show. Rows are found, sorted and
 * compared off the UI thread and arrive as one change.
 */
public final class DevboxListViewModel {

    /** After how long with nothing to show placeholders appear. */
    private static final Duration SKELETON_AFTER = Duration.ofMillis(300);

    private final ReadOnlyObjectWrapper<ListState> state = new ReadOnlyObjectWrapper<>(new ListState.Loading(false));
    private final ReadOnlyObjectWrapper<@Nullable Counts> counts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<EndedFooter> ended = new ReadOnlyObjectWrapper<>(EndedFooter.HIDDEN);
    private final ReadOnlyObjectWrapper<@Nullable String> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ObjectProperty<ListFilter> filter = new SimpleObjectProperty<>(ListFilter.ALL);
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<Set<String>> awake = new SimpleObjectProperty<>(Set.of());
    private final RowList rows = new RowList();
    private final TaskRunner tasks;
    private final ListMemory memory;
    private final EndedLoader loader;
    private final TaskRunner.Handle skeleton;

    private DevboxList list = DevboxList.UNREAD;
    private DevboxList onBoard = DevboxList.UNREAD;
    private Board board = Board.EMPTY;
    private Set<String> recent;
    private boolean orderOwed;
    private boolean fresh;
    private boolean held;
    private boolean endedOpen;
    private boolean endedLoading;
    private boolean asking;
    private TaskRunner.@Nullable Handle underWay;

    /** Reads the next page of devboxes that had ended before; blocks; the answer comes with the next list. */
    @FunctionalInterface
    public interface EndedLoader {
        /** Reads. */
        void load() throws InterruptedException;
    }

    /** The list of one profile; its selection, pins and recent devboxes are kept under that name. */
    public DevboxListViewModel(TaskRunner tasks, SettingsStore settings, String profile, EndedLoader loader) {
        this.tasks = tasks;
        this.memory = new ListMemory(settings, profile);
        this.recent = memory.recent();
        this.loader = loader;
        this.now = new ReadOnlyObjectWrapper<>(tasks.now());
        selected.set(memory.selected());
        filter.addListener((property, was, is) -> askAnew());
        query.addListener((property, was, is) -> askAnew());
        skeleton = tasks.after(SKELETON_AFTER, () -> {
            if (state.get() instanceof ListState.Loading) {
                state.set(new ListState.Loading(true));
            }
        });
    }

    /** Takes in what is known now; may be called from any thread. */
    public void show(DevboxList known) {
        tasks.post(() -> {
            list = known;
            // What is being worked out is shown first: begun anew for each list that comes, it might never be.
            if (!asking) {
                ask();
            }
        });
    }

    /** The rows on show. */
    public ObservableList<DevboxRow> rows() {
        return rows;
    }

    /** What the list area shows. */
    public ReadOnlyObjectProperty<ListState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** For the chips; null until something is known. */
    public ReadOnlyObjectProperty<@Nullable Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** The row below the list. */
    public ReadOnlyObjectProperty<EndedFooter> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** Id of the devbox whose page is shown; null for none. It may be one that chip or search leave out. */
    public ReadOnlyObjectProperty<@Nullable String> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The selected devbox as last read; null for none, or while it is not known. */
    public @Nullable Devbox selectedDevbox() {
        String id = selected.get();
        DevboxRow row = id == null ? null : board.row(id);
        return row == null ? null : row.devbox();
    }

    /** The moment ages are counted to. */
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** The chosen chip. */
    public ObjectProperty<ListFilter> filterProperty() {
        return filter;
    }

    /** Ids of the devboxes that a page keeps awake through a gateway. */
    public ObjectProperty<Set<String>> awakeProperty() {
        return awake;
    }

    /** What is typed into the search field. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Selects a devbox; null for none. */
    public void select(@Nullable String id) {
        if (id == null ? selected.get() == null : id.equals(selected.get())) {
            return;
        }
        memory.select(id);
        selected.set(id);
    }

    /** While a person points at the list or moves in it, no row changes its place. */
    public void setHeld(boolean value) {
        held = value;
        if (!value && orderOwed) {
            ask();
        }
    }

    /** Pins a devbox to the top, or lets it go. */
    public void togglePin(String id) {
        memory.togglePin(id);
        orderOwed = true;
        askAnew();
    }

    /** Empties the search field and chooses the chip for all. */
    public void clearSearch() {
        query.set("");
        filter.set(ListFilter.ALL);
    }

    /** Opens or closes the devboxes that had ended before. */
    public void toggleEnded() {
        endedOpen = !endedOpen;
        if (endedOpen && list.ended().loaded().isEmpty()) {
            loadMoreEnded();
        }
        ask();
    }

    /** Reads the next page of them, unless one is being read or there is none. */
    public void loadMoreEnded() {
        if (endedLoading || !endedOpen || !list.ended().more()) {
            return;
        }
        endedLoading = true;
        footer();
        tasks.<@Nullable Void>run(() -> {
            loader.load();
            return null;
        }, done -> endedRead(), problem -> endedRead());
    }

    /** Counts ages to now. */
    public void tick() {
        now.set(tasks.now());
    }

    /** The place of the next row, after the given place and around, whose name begins like this; -1 for none. */
    public int find(String prefix, int after) {
        String wanted = prefix.toLowerCase(Locale.ROOT);
        for (int step = 1; step <= rows.size(); step++) {
            int index = Math.floorMod(after + step, rows.size());
            if (rows.get(index).devbox().label().regionMatches(true, 0, wanted, 0, wanted.length())) {
                return index;
            }
        }
        return -1;
    }

    /** The place of the selected devbox among the rows; -1 when it is not among them. */
    int indexOfSelected() {
        String id = selected.get();
        return id == null ? -1 : rows.indexOf(id);
    }

    private void askAnew() {
        fresh = true;
        // Only now: a row that rose to the top because it was just looked at would run away from the person.
        Set<String> lately = memory.recent();
        orderOwed |= !lately.equals(recent) && board.counts().of(ListFilter.ALL) >= Board.MANY;
        recent = lately;
        ask();
    }

    private void ask() {
        TaskRunner.Handle older = underWay;
        if (older != null) {
            older.cancel();
        }
        boolean hold = held && !fresh;
        Board.Rules rules = !list.hasDevboxesOf(onBoard) || (orderOwed && !hold)
                ? new Board.Rules(memory.pinned(), recent, hold)
                : null;
        ListQuestion question = new ListQuestion(list, board, rules, filter.get(), query.get(), endedOpen,
                rows.shown(), fresh);
        asking = true;
        underWay = tasks.run(question::answer, answer -> take(question, answer), problem -> asking = false);
    }

    @SuppressWarnings("ReferenceEquality")
    private void take(ListQuestion question, ListQuestion.Answer answer) {
        asking = false;
        board = answer.board();
        Board.Rules rules = question.rules();
        if (rules != null) {
            onBoard = question.list();
            orderOwed = rules.held();
        }
        fresh = false;
        if (!(answer.state() instanceof ListState.Loading)) {
            skeleton.cancel();
            state.set(answer.state());
        } else if (!(state.get() instanceof ListState.Loading)) {
            state.set(answer.state());
        }
        counts.set(answer.state() instanceof ListState.Loading || answer.state() instanceof ListState.Failed
                ? null
                : board.counts());
        tick();
        rows.apply(answer.swap());
        forgetGone(question.list());
        footer();
        if (list != question.list()) {
            ask();
        }
    }

    private void forgetGone(DevboxList known) {
        String id = selected.get();
        if (id != null && known.readAt() != null && board.row(id) == null) {
            select(null);
        }
    }

    private void endedRead() {
        endedLoading = false;
        footer();
    }

    private void footer() {
        DevboxList.Ended known = list.ended();
        Integer total = known.total();
        boolean some = total == null ? known.more() || !known.loaded().isEmpty() : total > 0;
        boolean shown = some && counts.get() != null && filter.get() == ListFilter.ALL;
        ended.set(new EndedFooter(shown, endedOpen, endedLoading, known.more(), total, known.problem()));
    }
}
