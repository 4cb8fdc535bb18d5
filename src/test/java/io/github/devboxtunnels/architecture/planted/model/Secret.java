package io.github.devboxtunnels.architecture.planted.model;

/** A stand-in for the real one. */
public final class Secret {
    public String reveal() {
        return "";
    }
}
