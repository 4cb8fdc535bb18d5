package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import io.github.devboxtunnels.model.Lifecycle;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a devbox was asked to be.
 *
 * @param name null when unnamed
 * @param blueprint id or name; null without
 * @param snapshot id; null without
 * @param metadata free words
 * @param launch launch parameters as they were given
 * @param restartsServices whether something starts the services again after a resume, which brings back the disk alone
 * @param boot how long provisioning takes
 */
record DevboxPlan(@Nullable String name, @Nullable String blueprint, @Nullable String snapshot,
        Map<String, String> metadata, JsonObject launch, boolean restartsServices, Duration boot) {

    /** How long each step of a start takes here. */
    static final Duration STEP = Duration.ofSeconds(1);

    DevboxPlan {
        metadata = new TreeMap<>(metadata);
    }

    static DevboxPlan named(@Nullable String name) {
        return new DevboxPlan(name, null, null, Map.of(), new JsonObject(), false, STEP);
    }

    /** The lifecycle in the launch parameters; an idle policy in {@code lifecycle} wins over its older twin. */
    Lifecycle lifecycle() {
        JsonObject inner = launch.getJsonObject("lifecycle", new JsonObject());
        JsonObject lifecycle = inner == null ? new JsonObject() : inner;
        JsonObject triggers = lifecycle.getJsonObject("resume_triggers");
        Lifecycle.Idle idle = idle(lifecycle.getJsonObject("after_idle"));
        Number seconds = launch.getNumber("keep_alive_time_seconds");
        return new Lifecycle(idle != null ? idle : idle(launch.getJsonObject("after_idle")),
                seconds == null ? null : Duration.ofSeconds(seconds.longValue()),
                triggers == null ? null : triggers.getBoolean("http"));
    }

    private static Lifecycle.@Nullable Idle idle(@Nullable JsonObject policy) {
        if (policy == null) {
            return null;
        }
        boolean suspend = "suspend".equals(policy.getString("on_idle"));
        return new Lifecycle.Idle(Duration.ofSeconds(policy.getLong("idle_time_seconds", 0L)),
                suspend ? Lifecycle.OnIdle.SUSPEND : Lifecycle.OnIdle.SHUTDOWN);
    }
}
