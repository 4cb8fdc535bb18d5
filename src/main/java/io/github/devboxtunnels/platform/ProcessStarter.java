package io.github.devboxtunnels.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Starts a program whose output nobody reads. */
@FunctionalInterface
interface ProcessStarter {

    /** A program that was started. */
    @FunctionalInterface
    interface Started {
        /** Waits at most this long; says whether the program ended with an error meanwhile. */
        boolean failedWithin(Duration time) throws InterruptedException;
    }

    /**
     * Starts it.
     *
     * @param environment all of it; nothing is inherited besides
     * @throws IOException when there is no such program
     */
    Started start(List<String> command, Map<String, String> environment) throws IOException;
}
