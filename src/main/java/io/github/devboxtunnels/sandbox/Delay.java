package io.github.devboxtunnels.sandbox;

import java.time.Duration;

/**
 * Takes its time.
 *
 * @param time how long
 * @param beforeCommit whether it waits before the operation is carried out, or after
 */
record Delay(Duration time, boolean beforeCommit) implements Fault {
}
