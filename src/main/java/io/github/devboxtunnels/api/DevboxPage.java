package io.github.devboxtunnels.api;

import java.util.List;

import io.github.devboxtunnels.model.Devbox;
import org.jspecify.annotations.Nullable;

/**
 * One page of devboxes.
 *
 * @param devboxes in the server's order, which is not documented
 * @param more whether another page follows
 * @param total how many there are in all; null when the server did not say, which is not zero
 */
public record DevboxPage(List<Devbox> devboxes, boolean more, @Nullable Integer total) {

    /** Copies the list. */
    public DevboxPage {
        devboxes = List.copyOf(devboxes);
    }
}
