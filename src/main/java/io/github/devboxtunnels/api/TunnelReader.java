package io.github.devboxtunnels.api;

import java.time.Instant;
import java.util.Objects;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads {@code TunnelView}. */
final class TunnelReader {

    private TunnelReader() {
    }

    /** A tunnel; null when there is none, or one without a key, of which no address can be made. */
    static @Nullable Tunnel tunnel(JsonParser parser) {
        if (!Members.begin(parser)) {
            return null;
        }
        Secret key = null;
        String mode = null;
        Secret token = null;
        long created = Scalars.NO_TIME;
        Boolean keepAlive = null;
        Boolean wake = null;
        for (String member = Members.next(parser); member != null; member = Members.next(parser)) {
            switch (member) {
                case "tunnel_key" -> key = Scalars.secret(parser);
                case "auth_mode" -> mode = Scalars.text(parser);
                case "auth_token" -> token = Scalars.secret(parser);
                case "create_time_ms" -> created = Scalars.millis(parser);
                case "http_keep_alive" -> keepAlive = Scalars.flag(parser);
                case "wake_on_http" -> wake = Scalars.flag(parser);
                default -> parser.skipChildren();
            }
        }
        if (key == null) {
            return null;
        }
        // The API documents true and false as the defaults of the two switches.
        return new Tunnel(key, AuthMode.of(Objects.requireNonNullElse(mode, "")), token,
                Objects.requireNonNullElse(Scalars.time(created), Instant.EPOCH), !Boolean.FALSE.equals(keepAlive),
                Boolean.TRUE.equals(wake));
    }
}
