package io.github.devboxtunnels.ui.devboxes;

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

    /** More than there are ranks of a status. */
    private static final int RANKS = 8;

    private final Devbox devbox;
    private final Tier tier;
    private final int place;
    /** None until it is asked for, which may be on several threads: all find the same. */
    private long letters;

    /** Which part of the list it stands in. */
    enum Tier {
        /** A person pinned it. */
        PINNED(0),
        /** A person looked at it lately, and there are many. */
        RECENT(1),
        /** All others. */
        PLAIN(2);

        private final int turn;

        Tier(int turn) {
            this.turn = turn;
        }
    }

    /**
     * A row.
     *
     * @param before the row of the same devbox until now; null for a new one. A devbox in transition keeps its rank
     */
    DevboxRow(Devbox devbox, Tier tier, @Nullable DevboxRow before) {
        this.devbox = devbox;
        this.tier = tier;
        int rank = before != null && devbox.status().moving() ? before.place % RANKS : rank(devbox.status());
        this.place = (tier.turn * 2 + (access() == Access.NONE ? 1 : 0)) * RANKS + rank;
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

    /** The letters of all that is searched. */
    long letters() {
        long known = letters;
        if (known == 0) {
            known = Letters.of(this);
            letters = known;
        }
        return known;
    }

    /** Where it stands before names count: by tier, then with tunnel first, then by status. */
    int place() {
        return place;
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
