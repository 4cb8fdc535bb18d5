package io.github.devboxtunnels.gateway;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.Devbox;

/**
 * What a gateway leads to.
 *
 * @param devbox as just read from the API, with an authenticated tunnel
 * @param port of the service in the devbox, 1 to 65535
 * @param addresses how tunnel addresses are made
 */
public record GatewayTarget(Devbox devbox, int port, AddressTemplate addresses) {
}
