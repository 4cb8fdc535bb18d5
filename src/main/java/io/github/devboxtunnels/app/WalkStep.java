package io.github.devboxtunnels.app;

import java.util.function.BooleanSupplier;

/**
 * One step of a walk.
 *
 * @param name for the error when it cannot be taken
 * @param ready whether it can be taken now
 * @param action what it does, on the UI thread
 */
record WalkStep(String name, BooleanSupplier ready, Runnable action) {
}
