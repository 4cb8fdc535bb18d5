package io.github.devboxtunnels.architecture.planted.app;

/** Something only the top may know. */
public final class Root {
}
