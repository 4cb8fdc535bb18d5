package io.github.devboxtunnels.sandbox;

import java.util.function.BiConsumer;

/**
 * Something happens between the caller's last look and this request.
 *
 * @param happening is given the devbox of the request
 */
record Gap(BiConsumer<DevboxState, Tunnels> happening) implements Fault {
}
