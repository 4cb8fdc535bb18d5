package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.devboxtunnels.model.Devbox;
import org.jspecify.annotations.Nullable;

/** One gateway: a devbox and a port behind an origin of its own on loopback. Safe for use from any thread. */
public interface RunningGateway {

    /** The devbox it leads to. */
    String devboxId();

    /** The port of the service in the devbox. */
    int port();

    /** Its origin, {@code http://3000-web-abcdefghijkl.localhost:49152/}: carries no secret. */
    URI origin();

    /**
     * An address of the service here, for a browser that has been let in, and for copying.
     *
     * @param path begins with a slash
     */
    URI address(String path);

    /** What it is doing. */
    GatewayState state();

    /**
     * Writes the file to open a browser at: it takes a ticket to the gateway and goes on to the page. Readable by the
     * user alone, good for one browser and 60 s, then deleted. No address ever carries the ticket.
     *
     * @param path where the page goes on to; begins with a slash
     * @throws IOException when it cannot be written
     */
    Path ticketFile(String path) throws IOException;

    /**
     * Writes a file like {@link #ticketFile}, whose page has the browser forget cookies, storage, cache and service
     * workers of this origin ({@code Clear-Site-Data}).
     *
     * @throws IOException when it cannot be written
     */
    Path forgetDataFile() throws IOException;

    /** Whether every program of this computer may use it; false at every start. */
    boolean localPrograms();

    /** Lets every program of this computer use it, or not. Never lets a web page in. */
    void setLocalPrograms(boolean on);

    /**
     * Takes what the API just said about the devbox. Sleeping: nothing goes to the tunnel any more and what is open is
     * cut. Another tunnel: goes on with it. No tunnel: stops.
     *
     * @param devbox null when there is none of this id any more
     */
    void update(@Nullable Devbox devbox);

    /** The last 500 requests, oldest first. */
    List<GatewayRequest> requests();

    /**
     * A curl command for a GET or HEAD of the list, at the public address, the token as {@code $TUNNEL_TOKEN}; empty
     * for other methods and for what the list no longer has. Carries the tunnel key and the query, so it is for the
     * clipboard alone.
     */
    Optional<String> curl(GatewayRequest request);

    /** What goes through it. */
    GatewayActivity activity();

    /** Stops it: the listener closes, so does what is open. Returns when that is done; a second call does nothing. */
    void stop();
}
