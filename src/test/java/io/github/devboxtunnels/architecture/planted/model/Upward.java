package io.github.devboxtunnels.architecture.planted.model;

/** Breaks: model depends on the JDK alone. */
final class Upward {
    io.github.devboxtunnels.architecture.planted.app.Root root;
}
