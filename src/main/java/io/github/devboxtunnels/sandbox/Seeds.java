package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.TunnelSettings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Puts the first devboxes into a sandbox; the demo set is written by hand, {@link ManySeeds} makes up any number. */
final class Seeds {

    private static final Duration UP = Duration.ofMinutes(3);
    private static final Duration SLOW_BOOT_SO_FAR = Duration.ofSeconds(12);
    private static final Duration SLOW_BOOT_LEFT = Duration.ofSeconds(75);

    private final Fleet fleet;
    private final StateMachine machine;
    private final Keys keys;
    private final Instant now;

    Seeds(Fleet fleet, StateMachine machine, Keys keys, Instant now) {
        this.fleet = fleet;
        this.machine = machine;
        this.keys = keys;
        this.now = now;
    }

    /** The set people meet first: one devbox for each thing worth seeing. */
    void demo() {
        ran(plan("echo-service", Image.ECHO, Map.of("team", "platform"), idle(900, "suspend", null)),
                UP, new TunnelSettings(AuthMode.AUTHENTICATED, true, false));
        ran(plan("shop-page", Image.PAGE, Map.of("team", "web", "branch", "spring-sale"), idle(1800, "suspend", true)),
                UP, new TunnelSettings(AuthMode.OPEN, true, false));
        ran(plan("jobs-api", Image.JSON, Map.of("team", "platform"), idle(3600, "suspend", null)), UP, null);
        ran(plan("localhost-only", Image.LOCALHOST, Map.of("team", "data"),
                launch().put("keep_alive_time_seconds", 172_800)), UP, null);
        DevboxPlan slow = plan("slow-boot", Image.PAGE, Map.of("team", "web"), idle(900, "shutdown", null));
        put(state(new DevboxPlan(slow.name(), slow.blueprint(), null, slow.metadata(), slow.launch(), true,
                SLOW_BOOT_LEFT), now.minus(SLOW_BOOT_SO_FAR)), null);
        slept(plan("feature-login", Image.PAGE, Map.of("team", "web", "branch", "feature/login"),
                idle(900, "suspend", null)), Duration.ofDays(6), Duration.ofDays(5), null);
        ended(plan("nightly-build", Image.BARE, Map.of("team", "platform"), idle(600, "shutdown", null)),
                Duration.ofHours(31), Duration.ofHours(29), Kind.SHUTDOWN, "idle");
        ended(plan("import-job", Image.BARE, Map.of("team", "data"), launch()),
                Duration.ofHours(52), Duration.ofHours(50), Kind.FAILURE, "out_of_memory");
    }

    /** A devbox that has been running for some time. */
    void ran(DevboxPlan plan, Duration age, @Nullable TunnelSettings tunnel) {
        put(started(plan, age), tunnel);
    }

    /** A devbox that sleeps. */
    void slept(DevboxPlan plan, Duration age, Duration asleep, @Nullable TunnelSettings tunnel) {
        DevboxState devbox = started(plan, age);
        devbox.enter(new Transition(Kind.SUSPENDING, now.minus(asleep).minus(StateMachine.SLEEP_STEP)), null);
        devbox.enter(new Transition(Kind.SUSPENDED, now.minus(asleep)), null);
        put(devbox, tunnel);
    }

    /** A devbox that is over. */
    void ended(DevboxPlan plan, Duration age, Duration since, Kind kind, String reason) {
        DevboxState devbox = started(plan, age);
        devbox.enter(new Transition(kind, now.minus(since)), reason);
        put(devbox, null);
    }

    /** A devbox that only begins. */
    void begins(DevboxPlan plan) {
        put(state(plan, now), null);
    }

    static DevboxPlan plan(@Nullable String name, Image image, Map<String, String> metadata, JsonObject launch) {
        return new DevboxPlan(name, image.blueprint(), null, metadata, launch, true, DevboxPlan.STEP);
    }

    static JsonObject launch() {
        return new JsonObject().put("resource_size_request", "SMALL").put("architecture", "x86_64")
                .put("launch_commands", new JsonArray(List.of("./start-services")));
    }

    /** Launch parameters with an idle policy, and where {@code wake} is not null with a ruling over the tunnel's. */
    static JsonObject idle(int seconds, String then, @Nullable Boolean wake) {
        JsonObject lifecycle = new JsonObject()
                .put("after_idle", new JsonObject().put("idle_time_seconds", seconds).put("on_idle", then));
        if (wake != null) {
            lifecycle.put("resume_triggers", new JsonObject().put("http", wake));
        }
        return launch().put("lifecycle", lifecycle);
    }

    private DevboxState started(DevboxPlan plan, Duration age) {
        Instant created = now.minus(age);
        DevboxState devbox = state(plan, created);
        devbox.enter(new Transition(Kind.INITIALIZING, created.plus(DevboxPlan.STEP)), null);
        devbox.enter(new Transition(Kind.RUNNING, created.plus(DevboxPlan.STEP.multipliedBy(2))), null);
        return devbox;
    }

    private DevboxState state(DevboxPlan plan, Instant created) {
        String id = String.format(Locale.ROOT, "dbx_sim%04d", fleet.size() + 1);
        return new DevboxState(id, fleet.size(), plan, new Transition(Kind.PROVISIONING, created));
    }

    private void put(DevboxState devbox, @Nullable TunnelSettings tunnel) {
        machine.adopt(devbox);
        if (tunnel != null) {
            Instant made = devbox.createdAt().plus(DevboxPlan.STEP.multipliedBy(2 + 2));
            fleet.tunnel(devbox, TunnelState.create(tunnel, keys, made));
        }
    }
}
