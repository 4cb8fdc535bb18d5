package io.github.devboxtunnels.ui.devboxes;

import io.github.devboxtunnels.service.DevboxList;
import org.jspecify.annotations.Nullable;

/**
 * Everything the list is computed from. Answered off the UI thread; a newer question outdates an older one.
 *
 * @param list what is known of the account
 * @param board the rows shown until now
 * @param rules null when the order on the board still holds
 * @param filter the chosen chip
 * @param query as typed
 * @param withEnded whether those that had ended before are listed
 * @param shown the rows on the screen
 * @param fresh whether a person asked for something else, so that the list may begin at its top
 */
record ListQuestion(DevboxList list, Board board, Board.@Nullable Rules rules, ListFilter filter, String query,
        boolean withEnded, Swap.Shown shown, boolean fresh) {

    /** How many failed reads make what is shown stale. */
    static final int STALE_AFTER = 3;

    /**
     * The answer.
     *
     * @param board all rows
     * @param swap from the rows on the screen to those to be shown
     */
    record Answer(Board board, Swap swap, ListState state) {
    }

    Answer answer() throws InterruptedException {
        Board next = rules == null ? board : board.next(list, rules);
        DevboxRow[] rows = next.choose(filter, Search.of(query), withEnded && filter == ListFilter.ALL);
        return new Answer(next, Swap.between(shown.rows(), rows, fresh), state(next, rows.length));
    }

    private ListState state(Board next, int rows) {
        if (rows > 0) {
            return new ListState.Rows(list.missed() >= STALE_AFTER);
        }
        if (next.counts().of(ListFilter.ALL) > 0 || (withEnded && !query.isBlank())) {
            return new ListState.NoMatch(query.strip(), filter);
        }
        if (list.readAt() != null) {
            return new ListState.EmptyAccount();
        }
        return list.problem() == null ? new ListState.Loading(false) : new ListState.Failed(list.problem());
    }
}
