package io.github.devboxtunnels.ui.ports;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.ListedPort;

/**
 * A port that was taken off the list of a devbox.
 *
 * @param of whose list
 * @param index where it stood
 */
record RemovedPort(Devbox of, int index, ListedPort port) {
}
