package io.github.devboxtunnels.api.dto;

import org.jspecify.annotations.Nullable;

/**
 * {@code launch_parameters.lifecycle}.
 *
 * @param afterIdle idle policy
 * @param resumeTriggers what resumes it
 */
public record LifecycleDto(@Nullable AfterIdleDto afterIdle, @Nullable ResumeTriggersDto resumeTriggers) {
}
