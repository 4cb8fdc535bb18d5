package io.github.devboxtunnels.architecture.planted.gateway;

/** Breaks: the gateways know of no other process. */
final class Outside {
    io.github.devboxtunnels.architecture.planted.gateway.process.Inside inside;
}
