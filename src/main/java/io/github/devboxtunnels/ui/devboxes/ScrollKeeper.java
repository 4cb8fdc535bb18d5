package io.github.devboxtunnels.ui.devboxes;

import javafx.collections.ListChangeListener;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** Keeps the row at the top of the view where it is while rows come, go and move above it. */
final class ScrollKeeper implements ListChangeListener<DevboxRow> {

    private final ListView<DevboxRow> view;

    ScrollKeeper(ListView<DevboxRow> view) {
        this.view = view;
    }

    @Override
    public void onChanged(Change<? extends DevboxRow> change) {
        if (!(change instanceof RowList.Step step) || !step.swap().replaces()
                || !(view.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            return;
        }
        if (step.swap().fresh()) {
            view.layout();
            flow.scrollTo(Math.max(0, view.getSelectionModel().getSelectedIndex()));
            return;
        }
        IndexedCell<?> first = flow.getFirstVisibleCell();
        int before = first == null ? -1 : first.getIndex();
        double hidden = first == null ? 0 : -first.getLayoutY();
        boolean atTop = before <= 0 && hidden <= 0;
        int after = atTop ? -1 : place(step.swap(), before);
        if (after >= 0) {
            scroll(flow, (after - before) * DevboxCell.HEIGHT);
        }
    }

    /** Before the list is laid out anew, so that it is laid out once; what is beyond its old end is left for after. */
    private void scroll(VirtualFlow<?> flow, double pixels) {
        double left = pixels - flow.scrollPixels(pixels);
        if (left != 0) {
            view.layout();
            flow.scrollPixels(left);
        }
    }

    /** Where the row that stood at a place stands now; the nearest that is still there when it is gone. */
    private static int place(Swap swap, int before) {
        DevboxRow[] old = swap.before();
        for (int i = Math.min(before, old.length - 1); i >= 0; i--) {
            int found = find(swap, i);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    private static int find(Swap swap, int before) {
        DevboxRow row = swap.before()[before];
        DevboxRow[] now = swap.after();
        if (before < swap.from()) {
            return before;
        }
        int shift = now.length - swap.before().length;
        if (before + shift >= swap.addedTo() && before + shift < now.length) {
            return before + shift;
        }
        for (int i = swap.from(); i < swap.addedTo(); i++) {
            if (row.id().equals(now[i].id())) {
                return i;
            }
        }
        return -1;
    }
}
