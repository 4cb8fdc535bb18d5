package io.github.devboxtunnels.gateway.process;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

import io.github.devboxtunnels.gateway.GatewayActivity;
import io.github.devboxtunnels.gateway.GatewayState.StopReason;
import io.github.devboxtunnels.model.Devbox;
import org.jspecify.annotations.Nullable;

/** What the process of the gateways tells the window, and asks it. Methods that may fail wait for their answer. */
interface Reports {

    /** The port last used under a host name; null for none. */
    @Nullable
    Integer lastNumber(String hostName) throws IOException;

    /** The port used now. */
    void rememberNumber(String hostName, int port);

    /** Has the API asked about a devbox. */
    CompletionStage<@Nullable Devbox> read(String devboxId);

    /** It listens. */
    void started(long gateway, URI origin);

    /** It serves again. */
    void running(long gateway);

    /** The tunnel refuses the token. */
    void tokenRefused(long gateway);

    /** It is over. */
    void stopped(long gateway, StopReason reason);

    /** The tunnel was re-created. */
    void tunnelReplaced(long gateway);

    /** What goes through it has changed. */
    void activity(long gateway, GatewayActivity activity);

    /** A browser asks to be let in. */
    void browserAsks(long gateway, long question, String number, Instant askedAt);

    /** A question is closed. */
    void questionClosed(long question);
}
