package io.github.devboxtunnels.ui.devboxes;

import java.util.Locale;
import java.util.Map;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Tunnel;
import org.jspecify.annotations.Nullable;

/**
 * A devbox as the list shows it. Never changes; as long as nothing about a devbox changes its row stays the same
 * object.
 */
public final class DevboxRow {

    /** Which mark stands before it. */
    public enum Mark {
        /** Usable. */
        RUNNING,
        /** On its way to another status. */
        MOVING,
        /** Of a status this version does not know. */
        UNKNOWN,
        /** Asleep. */
        SUSPENDED,
        /** Failed. */
        FAILED,
        /** Ended. */
        ENDED
    }

    /** What its tunnel is. */
    public enum Access {
        /** No tunnel. */
        NONE,
        /** Callers need a token. */
        AUTHENTICATED,
        /** Anyone with the address. */
        OPEN
    }

    private final Devbox devbox;
    private final Tier tier;
    private final int rank;
    private @Nullable String haystack;

    /** Which part of the list it stands in. */
    enum Tier {
        /** A person pinned it. */
        PINNED,
        /** A person looked at it lately, and there are many. */
        RECENT,
        /** All others. */
        PLAIN
    }

    /**
     * A row.
     *
     * @param before the row of the same devbox until now; null for a new one. A devbox in transition keeps its rank
     */
    DevboxRow(Devbox devbox, Tier tier, @Nullable DevboxRow before) {
        this.devbox = devbox;
        this.tier = tier;
        this.rank = before != null && devbox.status().moving() ? before.rank : rank(devbox.status());
    }

    /** The devbox itself. */
    public Devbox devbox() {
        return devbox;
    }

    /** Opaque. */
    public String id() {
        return devbox.id();
    }

    /** Whether a person pinned it. */
    public boolean pinned() {
        return tier == Tier.PINNED;
    }

    /** Which mark stands before it. */
    public Mark mark() {
        return switch (devbox.status().kind()) {
            case RUNNING -> Mark.RUNNING;
            case SUSPENDED -> Mark.SUSPENDED;
            case FAILURE -> Mark.FAILED;
            case SHUTDOWN -> Mark.ENDED;
            case UNKNOWN -> Mark.UNKNOWN;
            case QUEUED, PROVISIONING, INITIALIZING, SUSPENDING, RESUMING -> Mark.MOVING;
        };
    }

    /** What its tunnel is; the tunnel of an ended devbox leads nowhere. */
    public Access access() {
        Tunnel tunnel = devbox.tunnel();
        if (tunnel == null || devbox.status().ended()) {
            return Access.NONE;
        }
        return tunnel.open() ? Access.OPEN : Access.AUTHENTICATED;
    }

    Tier tier() {
        return tier;
    }

    /** The place among rows of the same tier: with tunnel first, then by status. */
    int rank() {
        return (access() == Access.NONE ? 8 : 0) + rank;
    }

    /** Everything a search looks at, in lower case. Made when first needed: most rows are never searched. */
    String haystack() {
        String made = haystack;
        if (made == null) {
            StringBuilder text = new StringBuilder(devbox.label()).append('\n').append(devbox.id());
            String blueprint = devbox.blueprint();
            if (blueprint != null) {
                text.append('\n').append(blueprint);
            }
            for (Map.Entry<String, String> word : devbox.metadata().entrySet()) {
                text.append('\n').append(word.getKey()).append('=').append(word.getValue());
            }
            made = text.toString().toLowerCase(Locale.ROOT);
            haystack = made;
        }
        return made;
    }

    /** For a debugger: the id, which is no secret. */
    @Override
    public String toString() {
        return devbox.id();
    }

    private static int rank(DevboxStatus status) {
        if (status.running()) {
            return 0;
        }
        return status.moving() ? 1 : status.suspended() ? 2 : 3;
    }
}
