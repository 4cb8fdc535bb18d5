package io.github.devboxtunnels.api;

import java.time.Duration;
import java.util.List;

import io.github.devboxtunnels.model.Devbox;
import org.jspecify.annotations.Nullable;

/**
 * One page of devboxes.
 *
 * @param devboxes in the server's order, which is not documented
 * @param more whether another page follows
 * @param total how many there are in all; null when the server did not say, which is not zero
 * @param took how long the try lasted that brought it; those before it and the pauses between them are not counted
 */
public record DevboxPage(List<Devbox> devboxes, boolean more, @Nullable Integer total, Duration took) {

    /** Copies the list. */
    public DevboxPage {
        devboxes = List.copyOf(devboxes);
    }

    /** A page that took no time. */
    public DevboxPage(List<Devbox> devboxes, boolean more, @Nullable Integer total) {
        this(devboxes, more, total, Duration.ZERO);
    }

    /** The same, after another time. */
    public DevboxPage in(Duration other) {
        return new DevboxPage(devboxes, more, total, other);
    }
}
