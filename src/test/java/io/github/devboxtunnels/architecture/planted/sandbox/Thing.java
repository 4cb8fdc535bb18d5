package io.github.devboxtunnels.architecture.planted.sandbox;

/** Something of the sandbox. */
public final class Thing {
}
