package io.github.devboxtunnels.architecture.planted.api.dto;

/** A DTO. */
public record Raw(String id) {
}
