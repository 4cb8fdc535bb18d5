package io.github.devboxtunnels.api.dto;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * {@code DevboxListView}.
 *
 * @param devboxes a page
 * @param hasMore whether another page follows
 * @param totalCount absent when not asked for
 */
public record DevboxListDto(@Nullable List<DevboxDto> devboxes, @Nullable Boolean hasMore,
        @Nullable Double totalCount) {
}
