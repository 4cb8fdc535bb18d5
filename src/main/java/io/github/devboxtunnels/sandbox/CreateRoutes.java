package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.devboxtunnels.model.TunnelSettings;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Making devboxes. */
final class CreateRoutes {

    private static final String[] MEMBERS = {"name", "blueprint_id", "blueprint_name", "snapshot_id", "entrypoint",
            "environment_variables", "secrets", "file_mounts", "code_mounts", "mounts", "metadata", "gateways", "mcp",
            "launch_parameters", "tunnel", "repo_connection_id"};

    private final Fleet fleet;
    private final StateMachine machine;
    private final Tunnels tunnels;
    private final LifecycleRoutes lifecycle;
    private final Keys keys;
    private final DevboxJson json;

    CreateRoutes(Fleet fleet, StateMachine machine, Tunnels tunnels, LifecycleRoutes lifecycle, Keys keys,
            DevboxJson json) {
        this.fleet = fleet;
        this.machine = machine;
        this.tunnels = tunnels;
        this.lifecycle = lifecycle;
        this.keys = keys;
        this.json = json;
    }

    Future<Answer> create(Call call) {
        synchronized (fleet) {
            return Future.succeededFuture(Answer.json(make(call).encoded(json)));
        }
    }

    Future<Answer> createAndAwait(Call call) {
        synchronized (fleet) {
            return lifecycle.awaitRunning(make(call));
        }
    }

    private DevboxState make(Call call) {
        Members members = call.members(MEMBERS);
        DevboxPlan plan = plan(members);
        TunnelSettings wanted = TunnelRoutes.nested(members);
        DevboxState devbox = machine.create(keys.devboxId(), plan);
        if (wanted != null) {
            tunnels.enable(devbox, wanted);
        }
        return devbox;
    }

    private static DevboxPlan plan(Members members) {
        String id = members.text("blueprint_id");
        String name = members.text("blueprint_name");
        String snapshot = members.text("snapshot_id");
        if (Stream.of(id, name, snapshot).filter(Objects::nonNull).count() > 1) {
            throw ApiException.badRequest("Give at most one of blueprint_id, blueprint_name and snapshot_id");
        }
        members.map("environment_variables");
        members.map("secrets");
        JsonObject launch = members.object("launch_parameters");
        Map<String, String> metadata = members.map("metadata");
        boolean restarts = members.text("entrypoint") != null || commands(launch);
        DevboxPlan plan = new DevboxPlan(members.text("name"), id == null ? name : id, snapshot, metadata,
                launch == null ? new JsonObject() : launch, restarts, DevboxPlan.STEP);
        return checked(plan);
    }

    private static boolean commands(@Nullable JsonObject launch) {
        return launch != null && launch.getValue("launch_commands") != null;
    }

    private static DevboxPlan checked(DevboxPlan plan) {
        try {
            Duration lifetime = plan.lifecycle().maxLifetime();
            if (lifetime != null && lifetime.isNegative()) {
                throw ApiException.badRequest("keep_alive_time_seconds must not be negative");
            }
            return plan;
        } catch (ClassCastException e) {
            throw ApiException.badRequest("launch_parameters have a member of the wrong type");
        }
    }
}
