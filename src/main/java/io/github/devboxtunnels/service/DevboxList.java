package io.github.devboxtunnels.service;

import java.time.Instant;
import java.util.List;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the devboxes of an account at one moment. A devbox that did not change between two of these is the
 * same object in both.
 *
 * @param devboxes all that live, and those that ended while we watched
 * @param ended those that had ended before, as far as they were asked for
 * @param readAt when the last complete read ended; null before the first
 * @param problem why the last read failed; null when it did not
 * @param missed how many reads in a row have failed
 * @param nextTry when the next read begins; null while one is under way
 */
public record DevboxList(List<Devbox> devboxes, Ended ended, @Nullable Instant readAt, @Nullable Problem problem,
        int missed, @Nullable Instant nextTry) {

    /** Nothing is known yet. */
    public static final DevboxList UNREAD = new DevboxList(List.of(), Ended.UNASKED, null, null, 0, null);

    /** Copies the list. */
    public DevboxList {
        devboxes = List.copyOf(devboxes);
    }

    /** Whether everything is being read at this moment. */
    public boolean reading() {
        return nextTry == null;
    }

    /** Whether it holds the very objects that another one holds, so that nothing of a devbox is new. */
    @SuppressWarnings("ReferenceEquality")
    public boolean hasDevboxesOf(DevboxList other) {
        return devboxes == other.devboxes && ended.loaded == other.ended.loaded;
    }

    /**
     * Devboxes that had ended before we looked.
     *
     * @param total how many there are; null when the server did not say
     * @param loaded the pages read so far
     * @param more whether another page follows
     * @param problem why the last page could not be read; null when it could
     */
    public record Ended(@Nullable Integer total, List<Devbox> loaded, boolean more, @Nullable Problem problem) {

        /** Not asked for yet. */
        public static final Ended UNASKED = new Ended(null, List.of(), true, null);

        /** Copies the list. */
        public Ended {
            loaded = List.copyOf(loaded);
        }
    }
}
