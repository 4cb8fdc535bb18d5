package io.github.devboxtunnels.gateway;

/**
 * Told what happens to a gateway. All methods are called on the gateway's own threads, one at a time for a gateway, and
 * must return at once; an exception is logged and changes nothing.
 */
public interface GatewayListener {

    /** It runs, waits for a token that works, or has stopped. */
    default void stateChanged(RunningGateway gateway, GatewayState state) {
    }

    /** The tunnel was re-created elsewhere; the gateway goes on with its new address and token. */
    default void tunnelReplaced(RunningGateway gateway) {
    }

    /** Requests, sockets or streams changed; called four times a second at most. */
    default void activityChanged(RunningGateway gateway) {
    }

    /** A browser without the cookie shows a number and asks to be let in. */
    default void browserAsks(RunningGateway gateway, BrowserQuestion question) {
    }

    /** A question was answered, or nobody did within its time, or the gateway stopped. */
    default void questionClosed(RunningGateway gateway, BrowserQuestion question) {
    }
}
