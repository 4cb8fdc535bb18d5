package io.github.devboxtunnels.sandbox;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.TunnelSettings;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Enabling and removing the one tunnel of a devbox. */
final class TunnelRoutes {

    private static final String[] CONFIG = {"auth_mode", "http_keep_alive", "wake_on_http"};

    private final Fleet fleet;
    private final Tunnels tunnels;
    private final DevboxJson json;

    TunnelRoutes(Fleet fleet, Tunnels tunnels, DevboxJson json) {
        this.fleet = fleet;
        this.tunnels = tunnels;
        this.json = json;
    }

    Future<Answer> enable(Call call) {
        TunnelSettings settings = settings(call.members(CONFIG));
        synchronized (fleet) {
            DevboxState devbox = fleet.require(call.devbox());
            if (!devbox.is(Kind.RUNNING)) {
                throw ApiException.badRequest("Devbox is not running");
            }
            TunnelState made = tunnels.enable(devbox, settings);
            return Future.succeededFuture(Answer.json(json.view(made).toBuffer()));
        }
    }

    /** Without a tunnel, and suspended, it succeeds too: nothing says what the real service does. */
    Future<Answer> remove(Call call) {
        call.members();
        synchronized (fleet) {
            tunnels.remove(fleet.require(call.devbox()));
            return Future.succeededFuture(Answer.empty());
        }
    }

    /** The tunnel that came with the request to make a devbox; null when none is wanted. */
    static @Nullable TunnelSettings nested(Members members) {
        Members config = members.nested("tunnel", CONFIG);
        return config == null ? null : settings(config);
    }

    private static TunnelSettings settings(Members config) {
        String word = config.text("auth_mode");
        AuthMode mode = AuthMode.of(word == null ? "open" : word);
        if (mode.kind() == AuthMode.Kind.UNKNOWN) {
            throw ApiException.badRequest("auth_mode must be open or authenticated");
        }
        return new TunnelSettings(mode, config.flag("http_keep_alive", true), config.flag("wake_on_http", false));
    }
}
