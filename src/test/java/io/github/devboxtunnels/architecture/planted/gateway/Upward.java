package io.github.devboxtunnels.architecture.planted.gateway;

/** Breaks: the gateway knows no client. */
final class Upward {
    io.github.devboxtunnels.architecture.planted.api.dto.Raw raw;
}
