package io.github.devboxtunnels.gateway.process;

import java.io.IOException;
import java.util.List;

import io.github.devboxtunnels.gateway.GatewayRequest;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What the window asks of the process of the gateways; a gateway goes by the number the window gave it. Methods that may
 * fail wait for their answer, the others do not.
 */
interface Commands {

    /** Comes first: what all gateways share. */
    void begin(String ticketFolder, Secret installation);

    /** Starts a gateway; {@link Reports#started} comes before the answer. */
    void start(long gateway, Devbox devbox, int port, AddressTemplate addresses) throws IOException;

    /** What the API just said; null for no such devbox. */
    void update(long gateway, @Nullable Devbox devbox);

    /** Where the file lies. */
    String ticketFile(long gateway, String path) throws IOException;

    /** Where the file lies. */
    String forgetDataFile(long gateway) throws IOException;

    /** When it returns, it holds. */
    void setLocalPrograms(long gateway, boolean on) throws IOException;

    /** The last requests. */
    List<GatewayRequest> requests(long gateway) throws IOException;

    /** A request as a curl command; null when it cannot be one. */
    @Nullable
    String curl(long gateway, long request) throws IOException;

    /** Answers a browser's question. */
    void decide(long question, boolean approve);

    /** When it returns, nothing listens any more. */
    void stop(long gateway) throws IOException;
}
