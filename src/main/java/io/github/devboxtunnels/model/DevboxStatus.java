package io.github.devboxtunnels.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The status of a devbox as the API gave it. A word this version does not know is kept and treated as a transition.
 *
 * @param kind what it means to us
 * @param word the word the API sent
 */
public record DevboxStatus(Kind kind, String word) {

    /** The statuses of the API; {@code scheduled} is the retired name of {@code queued}. */
    public enum Kind {
        /** Waiting for a place on the infrastructure. */
        QUEUED,
        /** Being allocated and booted. */
        PROVISIONING,
        /** Running its boot scripts. */
        INITIALIZING,
        /** Usable. */
        RUNNING,
        /** Saving its disk. */
        SUSPENDING,
        /** Disk saved, no compute. */
        SUSPENDED,
        /** Loading its disk. */
        RESUMING,
        /** Failed for good. */
        FAILURE,
        /** Ended for good. */
        SHUTDOWN,
        /** A word of a newer API. */
        UNKNOWN;

        private static final Set<Kind> STEADY = Set.of(RUNNING, SUSPENDED, FAILURE, SHUTDOWN);

        /** The status with the API's own word for it. */
        public DevboxStatus status() {
            return new DevboxStatus(this, name().toLowerCase(Locale.ROOT));
        }
    }

    private static final Map<String, DevboxStatus> KNOWN = Stream
            .concat(Stream.of(new DevboxStatus(Kind.QUEUED, "scheduled")),
                    Arrays.stream(Kind.values()).filter(kind -> kind != Kind.UNKNOWN).map(Kind::status))
            .collect(Collectors.toUnmodifiableMap(DevboxStatus::word, Function.identity()));

    /** Reads the API's word; never fails. */
    public static DevboxStatus of(String word) {
        DevboxStatus known = KNOWN.get(word);
        return known == null ? new DevboxStatus(Kind.UNKNOWN, word) : known;
    }

    /** Whether it is on its way to another status, so that it is worth another look soon. */
    public boolean moving() {
        return !Kind.STEADY.contains(kind);
    }

    /** Whether it is final. */
    public boolean ended() {
        return kind == Kind.FAILURE || kind == Kind.SHUTDOWN;
    }

    /** Whether it is usable now. */
    public boolean running() {
        return kind == Kind.RUNNING;
    }

    /** Whether it sleeps and can be resumed. */
    public boolean suspended() {
        return kind == Kind.SUSPENDED;
    }
}
