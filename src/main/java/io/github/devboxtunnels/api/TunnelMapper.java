package io.github.devboxtunnels.api;

import io.github.devboxtunnels.api.dto.TunnelConfigDto;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.TunnelSettings;

/** The settings of a tunnel into JSON. */
final class TunnelMapper {

    private TunnelMapper() {
    }

    /**
     * The body of {@code enable_tunnel}.
     *
     * @throws IllegalArgumentException when the mode is none of the two that can be asked for
     */
    static TunnelConfigDto config(TunnelSettings settings) {
        String word = switch (settings.authMode().kind()) {
            case OPEN -> AuthMode.OPEN.word();
            case AUTHENTICATED -> AuthMode.AUTHENTICATED.word();
            case UNKNOWN -> throw new IllegalArgumentException("a tunnel is open or authenticated");
        };
        return new TunnelConfigDto(word, settings.keepAlive(), settings.wakeOnHttp());
    }
}
