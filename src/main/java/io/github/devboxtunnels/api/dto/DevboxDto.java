package io.github.devboxtunnels.api.dto;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * {@code DevboxView}, the members this product uses.
 *
 * @param id opaque
 * @param name given by a person
 * @param status a word of an open set
 * @param createTimeMs server's clock
 * @param endTimeMs set when final
 * @param blueprintId what it was made from
 * @param metadata free words
 * @param launchParameters how it was started
 * @param stateTransitions in order, the last one dates the status
 * @param tunnel its V2 tunnel
 * @param failureReason why it failed
 * @param shutdownReason why it ended
 */
public record DevboxDto(@Nullable String id, @Nullable String name, @Nullable String status,
        @Nullable Instant createTimeMs, @Nullable Instant endTimeMs, @Nullable String blueprintId,
        @Nullable Map<String, String> metadata, @Nullable LaunchParametersDto launchParameters,
        @Nullable List<StateTransitionDto> stateTransitions, @Nullable TunnelDto tunnel,
        @Nullable String failureReason, @Nullable String shutdownReason) {
}
