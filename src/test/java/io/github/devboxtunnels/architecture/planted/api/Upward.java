package io.github.devboxtunnels.architecture.planted.api;

/** Breaks: api knows no service. */
final class Upward {
    io.github.devboxtunnels.architecture.planted.service.Work work;
}
