package io.github.devboxtunnels.sandbox;

import java.util.Set;

import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.vertx.core.Promise;

/**
 * A long poll that is held.
 *
 * @param wanted statuses it waits for
 * @param answer completed once, with the devbox or with 408
 */
record Waiter(Set<Kind> wanted, Promise<Answer> answer) {
}
