package io.github.devboxtunnels.ui.devboxes;

import io.github.devboxtunnels.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The row below the list that opens the devboxes that had ended before.
 *
 * @param shown whether it is there at all
 * @param open whether they are listed
 * @param loading whether a page is being read
 * @param more whether another page follows
 * @param total how many there are; null when nobody knows
 * @param problem why the last page could not be read; null when it could
 */
public record EndedFooter(boolean shown, boolean open, boolean loading, boolean more, @Nullable Integer total,
        @Nullable Problem problem) {

    /** Nothing is known yet. */
    static final EndedFooter HIDDEN = new EndedFooter(false, false, false, true, null, null);
}
