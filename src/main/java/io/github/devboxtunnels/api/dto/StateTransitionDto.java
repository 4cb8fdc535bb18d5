package io.github.devboxtunnels.api.dto;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code state_transitions}.
 *
 * @param status status it went to
 * @param transitionTimeMs untyped in the specification: a number, numeric text or nothing
 * @param failureReason why it failed then
 */
public record StateTransitionDto(@Nullable String status, @Nullable Instant transitionTimeMs,
        @Nullable String failureReason) {
}
