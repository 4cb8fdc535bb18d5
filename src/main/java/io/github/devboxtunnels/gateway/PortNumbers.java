package io.github.devboxtunnels.gateway;

import java.util.OptionalInt;

/** Remembers the loopback port of each gateway, so that bookmarks work again next time where it is free. */
public interface PortNumbers {

    /**
     * The port last used.
     *
     * @param hostName the name of the gateway's origin, which names devbox and port without telling either key
     */
    OptionalInt last(String hostName);

    /** Keeps the port in use now; called on the thread that starts the gateway. */
    void remember(String hostName, int port);
}
