package io.github.devboxtunnels.api.dto;

import org.jspecify.annotations.Nullable;

/**
 * {@code AccountView}, the members this product uses.
 *
 * @param id opaque
 * @param name shown to people
 * @param accountStatus a word of an open set
 */
public record AccountDto(@Nullable String id, @Nullable String name, @Nullable String accountStatus) {
}
