package io.github.devboxtunnels.ui.common;

import java.net.URI;

/** Opens addresses in the browser of the user. */
@FunctionalInterface
public interface LinkOpener {

    /**
     * Hands an address to the system. May block, so it is called through a {@link TaskRunner}; never logs the address,
     * which may hold a tunnel key.
     *
     * @return whether the system took it
     */
    boolean open(URI address) throws InterruptedException;
}
