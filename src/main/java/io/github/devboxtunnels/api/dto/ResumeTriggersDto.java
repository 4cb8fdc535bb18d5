package io.github.devboxtunnels.api.dto;

import org.jspecify.annotations.Nullable;

/**
 * What resumes a suspended devbox.
 *
 * @param http whether a request does; null leaves it to the tunnel
 */
public record ResumeTriggersDto(@Nullable Boolean http) {
}
