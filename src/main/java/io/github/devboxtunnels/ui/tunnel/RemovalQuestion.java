package io.github.devboxtunnels.ui.tunnel;

/**
 * Whether to remove a tunnel. Another devbox may be shown when the answer comes, so it says whose tunnel that is.
 *
 * @param devboxId whose
 * @param label what a person calls it
 * @param title asks it: "Remove the tunnel of api-server?"
 */
record RemovalQuestion(String devboxId, String label, String title) {
}
