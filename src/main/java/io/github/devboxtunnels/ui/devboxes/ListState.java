package io.github.devboxtunnels.ui.devboxes;

import io.github.devboxtunnels.model.Problem;

/** What the list area shows. */
public sealed interface ListState {

    /**
     * Nothing is known yet.
     *
     * @param skeleton whether it takes so long that placeholders are shown
     */
    record Loading(boolean skeleton) implements ListState {
    }

    /**
     * There are rows.
     *
     * @param stale whether they have not been confirmed for several reads
     */
    record Rows(boolean stale) implements ListState {
    }

    /** The account has no devbox that lives. */
    record EmptyAccount() implements ListState {
    }

    /**
     * There are devboxes, but none that was asked for.
     *
     * @param query as typed; blank when only a chip is chosen
     * @param filter the chosen chip
     */
    record NoMatch(String query, ListFilter filter) implements ListState {
    }

    /** Nothing is known, and the first read failed. It is tried again all the time. */
    record Failed(Problem problem) implements ListState {
    }
}
