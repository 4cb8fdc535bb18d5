package io.github.devboxtunnels.architecture.planted.time;

/** Breaks: time is below everything. */
final class Upward {
    io.github.devboxtunnels.architecture.planted.model.Secret secret;
}
