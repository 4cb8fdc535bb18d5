package io.github.devboxtunnels.api.dto;

import java.util.List;

/**
 * Body of {@code wait_for_status}.
 *
 * @param statuses not empty
 * @param timeoutSeconds how long the server may hold the request, whole seconds up to 30
 */
public record WaitForStatusDto(List<String> statuses, int timeoutSeconds) {
}
