package io.github.devboxtunnels.gateway;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;

import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What all gateways share.
 *
 * @param timeline clock and scheduler
 * @param ticketFolder where the files lie that a browser is opened at; made, for the user alone, when it is missing.
 *        Sandboxed browsers must be able to read it, so it is a visible folder below the home directory
 * @param installation at least 32 random bytes as text, kept for as long as this installation lives: host names are
 *        made of it, so another secret gives other names
 * @param numbers remembers on which loopback port a gateway listened
 * @param reader asks the API about a devbox
 * @param trust as the API client has it; null for the system's roots
 */
public record GatewayOptions(Timeline timeline, Path ticketFolder, Secret installation, PortNumbers numbers,
        DevboxReader reader, @Nullable SSLContext trust) {
}
