package io.github.devboxtunnels.service;

/** Something that happened to a gateway and that a person should hear of. */
public sealed interface GatewayEvent {

    /** The devbox it leads to. */
    String devboxId();

    /** The port of the service in the devbox. */
    int port();

    /** A browser asks to be let in. */
    record Asked(String devboxId, int port, GatewayQuestion question) implements GatewayEvent {
    }

    /** A question was answered, or nobody did in time, or the gateway stopped. */
    record Closed(String devboxId, int port, GatewayQuestion question) implements GatewayEvent {
    }

    /** The tunnel was re-created elsewhere; the gateway goes on with its new address and token. */
    record Replaced(String devboxId, int port) implements GatewayEvent {
    }

    /** The tunnel refuses the token that the API names. */
    record Refused(String devboxId, int port) implements GatewayEvent {
    }

    /** It stopped although nobody here asked for it. */
    record Ended(String devboxId, int port, End why) implements GatewayEvent {
    }

    /** Why a gateway stopped by itself. */
    enum End {
        /** The tunnel was removed. */
        TUNNEL_GONE,
        /** The tunnel has no token any more. */
        NO_TOKEN,
        /** The devbox ended. */
        DEVBOX_GONE,
        /** What served it broke. */
        BROKEN
    }
}
