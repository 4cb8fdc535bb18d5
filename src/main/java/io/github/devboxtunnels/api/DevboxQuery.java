package io.github.devboxtunnels.api;

import io.github.devboxtunnels.model.DevboxStatus;
import org.jspecify.annotations.Nullable;

/**
 * What to list.
 *
 * @param status only devboxes of this status; null for all
 * @param limit size of a page, 0 (the count alone) to 5000
 * @param startingAfter id of the last devbox of the page before; null for the first page
 * @param count whether the server shall count all of them
 */
public record DevboxQuery(DevboxStatus.@Nullable Kind status, int limit, @Nullable String startingAfter,
        boolean count) {

    /** The server's own limit of a page. */
    public static final int MAX_LIMIT = 5000;
}
