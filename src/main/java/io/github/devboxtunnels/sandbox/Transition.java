package io.github.devboxtunnels.sandbox;

import java.time.Instant;

import io.github.devboxtunnels.model.DevboxStatus.Kind;

/**
 * A devbox came to a status.
 *
 * @param status the new one
 * @param at true time
 */
record Transition(Kind status, Instant at) {
}
