package io.github.devboxtunnels.api.dto;

import org.jspecify.annotations.Nullable;

/**
 * The launch parameters that end, suspend or resume a devbox.
 *
 * @param lifecycle newer place of the idle policy
 * @param afterIdle older twin of {@code lifecycle.after_idle}
 * @param keepAliveTimeSeconds longest lifetime, void beside an idle policy
 */
public record LaunchParametersDto(@Nullable LifecycleDto lifecycle, @Nullable AfterIdleDto afterIdle,
        @Nullable Double keepAliveTimeSeconds) {
}
