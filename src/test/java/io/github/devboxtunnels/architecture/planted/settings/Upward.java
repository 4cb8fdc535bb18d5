package io.github.devboxtunnels.architecture.planted.settings;

/** Breaks: settings know no client, and reveal nothing. */
final class Upward {
    io.github.devboxtunnels.architecture.planted.api.dto.Raw raw;

    String leak(io.github.devboxtunnels.architecture.planted.model.Secret secret) {
        return secret.reveal();
    }
}
