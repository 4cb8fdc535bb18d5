package io.github.devboxtunnels.architecture.planted.loopback;

/** Breaks: loopback is below gateway and sandbox. */
final class Upward {
    io.github.devboxtunnels.architecture.planted.model.Secret secret;
}
