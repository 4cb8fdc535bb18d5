package io.github.devboxtunnels.gateway;

/** What a gateway is doing. */
public sealed interface GatewayState {

    /** Serving; while the devbox is not running it answers from here. */
    record Running() implements GatewayState {
    }

    /** The tunnel refuses the token that the API names: nothing is forwarded until the API names another. */
    record TokenRefused() implements GatewayState {
    }

    /** Over for good. */
    record Stopped(StopReason reason) implements GatewayState {
    }

    /** Why a gateway stopped. */
    enum StopReason {
        /** Someone here asked for it. */
        ASKED,
        /** The tunnel was removed. */
        TUNNEL_GONE,
        /** The tunnel has no token any more: it is open to anyone now, or broken. */
        NO_TOKEN,
        /** The devbox ended, or there is none of this id any more. */
        DEVBOX_GONE,
        /** What served it broke. */
        BROKEN
    }
}
