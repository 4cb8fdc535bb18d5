package io.github.devboxtunnels.api;

import java.time.Instant;
import java.util.Objects;

import io.github.devboxtunnels.api.dto.TunnelConfigDto;
import io.github.devboxtunnels.api.dto.TunnelDto;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import org.jspecify.annotations.Nullable;

/** JSON of tunnels into what the product talks about, and the settings into JSON. */
final class TunnelMapper {

    private TunnelMapper() {
    }

    /** A tunnel; null when there is none, or one without a key, of which no address can be made. */
    static @Nullable Tunnel tunnel(@Nullable TunnelDto dto) {
        Secret key = dto == null ? null : dto.tunnelKey();
        if (dto == null || key == null) {
            return null;
        }
        // The API documents true and false as the defaults of the two switches.
        return new Tunnel(key, AuthMode.of(Objects.requireNonNullElse(dto.authMode(), "")), dto.authToken(),
                Objects.requireNonNullElse(dto.createTimeMs(), Instant.EPOCH),
                !Boolean.FALSE.equals(dto.httpKeepAlive()), Boolean.TRUE.equals(dto.wakeOnHttp()));
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
