package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.time.Instant;

import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/** The clock of the server: the timeline's, shown ahead or behind when a test wants it so. */
final class ServerClock {

    private final Timeline timeline;
    private volatile Duration skew = Duration.ZERO;

    ServerClock(Timeline timeline) {
        this.timeline = timeline;
    }

    /** True time; everything is kept in it. */
    Instant now() {
        return timeline.now();
    }

    long nanoTime() {
        return timeline.nanoTime();
    }

    Duration skew() {
        return skew;
    }

    void skew(Duration ahead) {
        skew = ahead;
    }

    /** The time as the server tells it, Unix milliseconds. */
    long told(Instant instant) {
        return instant.plus(skew).toEpochMilli();
    }

    @Nullable
    Long toldOrNull(@Nullable Instant instant) {
        return instant == null ? null : Long.valueOf(told(instant));
    }
}
