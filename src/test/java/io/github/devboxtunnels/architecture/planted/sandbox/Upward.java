package io.github.devboxtunnels.architecture.planted.sandbox;

/** Breaks: the sandbox knows no client. */
final class Upward {
    io.github.devboxtunnels.architecture.planted.api.dto.Raw raw;
}
