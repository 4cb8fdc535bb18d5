package io.github.devboxtunnels.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.devboxtunnels.time.Timeline;

/** The tickets of one gateway: each lets one browser in, once, within 60 s. Safe for use from any thread. */
final class Tickets {

    /** How long a ticket is good for. */
    static final Duration LIFE = Duration.ofSeconds(60);

    private static final class Ticket {
        private final byte[] hash;
        private final long issuedAt;

        Ticket(byte[] hash, long issuedAt) {
            this.hash = hash;
            this.issuedAt = issuedAt;
        }
    }

    private final Timeline timeline;
    private final List<Ticket> open = new ArrayList<>();

    Tickets(Timeline timeline) {
        this.timeline = timeline;
    }

    synchronized String issue() {
        dropOld();
        String ticket = RandomSecret.next();
        open.add(new Ticket(RandomSecret.hash(ticket), timeline.nanoTime()));
        return ticket;
    }

    /** Takes a ticket back; true the first time and in time. */
    synchronized boolean redeem(String value) {
        dropOld();
        byte[] hash = RandomSecret.hash(value);
        return open.removeIf(ticket -> RandomSecret.same(ticket.hash, hash));
    }

    private void dropOld() {
        long now = timeline.nanoTime();
        open.removeIf(ticket -> now - ticket.issuedAt > LIFE.toNanos());
    }
}
