package io.github.devboxtunnels.sandbox;

import java.util.Locale;

import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Writes devboxes and tunnels as the API does (DevboxView and TunnelView of the OpenAPI file). */
final class DevboxJson {

    private final ServerClock clock;

    DevboxJson(ServerClock clock) {
        this.clock = clock;
    }

    Buffer encode(DevboxState devbox) {
        return view(devbox).toBuffer();
    }

    JsonObject view(DevboxState devbox) {
        DevboxPlan plan = devbox.plan();
        TunnelState tunnel = devbox.tunnel();
        JsonObject metadata = new JsonObject();
        plan.metadata().forEach(metadata::put);
        JsonArray transitions = new JsonArray();
        devbox.transitions().forEach(transition -> transitions.add(new JsonObject()
                .put("status", word(transition.status())).put("transition_time_ms", clock.told(transition.at()))));
        return new JsonObject()
                .put("id", devbox.id())
                .put("name", plan.name())
                .put("status", word(devbox.status()))
                .put("create_time_ms", clock.told(devbox.createdAt()))
                .put("end_time_ms", clock.toldOrNull(devbox.endedAt()))
                .put("blueprint_id", plan.blueprint())
                .put("snapshot_id", plan.snapshot())
                .put("initiator_id", null)
                .put("initiator_type", "api")
                .put("failure_reason", devbox.is(Kind.FAILURE) ? devbox.reason() : null)
                .put("shutdown_reason", devbox.is(Kind.SHUTDOWN) ? devbox.reason() : null)
                .put("metadata", metadata)
                .put("capabilities", new JsonArray())
                .put("launch_parameters", plan.launch())
                .put("state_transitions", transitions)
                .put("tunnel", tunnel == null ? null : view(tunnel));
    }

    JsonObject view(TunnelState tunnel) {
        JsonObject view = new JsonObject()
                .put("tunnel_key", tunnel.key().reveal())
                .put("auth_mode", tunnel.authMode().word())
                .put("create_time_ms", clock.told(tunnel.createdAt()))
                .put("http_keep_alive", tunnel.keepAlive())
                .put("wake_on_http", tunnel.wakeOnHttp());
        var token = tunnel.token();
        return token == null ? view : view.put("auth_token", token.reveal());
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The status with this word of the API; null when there is none. */
    static @Nullable Kind kind(String word) {
        Kind kind = DevboxStatus.of(word).kind();
        return kind == Kind.UNKNOWN ? null : kind;
    }
}
