package io.github.devboxtunnels.api.dto;

import org.jspecify.annotations.Nullable;

/**
 * An idle policy.
 *
 * @param idleTimeSeconds time without activity
 * @param onIdle {@code shutdown} or {@code suspend}
 */
public record AfterIdleDto(@Nullable Double idleTimeSeconds, @Nullable String onIdle) {
}
