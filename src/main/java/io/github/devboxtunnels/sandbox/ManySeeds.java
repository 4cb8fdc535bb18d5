package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.TunnelSettings;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Makes up any number of living devboxes, and some that are over, the same for the same source of chance. */
final class ManySeeds {

    private static final List<String> WHAT = List.of("api", "web", "worker", "preview", "sandbox", "notebook",
            "gateway",
            "billing", "search", "auth", "docs", "batch", "mobile", "checkout", "reports", "ingest");
    private static final List<String> WHICH = List.of("alpha", "blue", "canary", "delta", "echo", "fix", "green",
            "hotfix", "main", "next", "perf", "qa", "release", "staging", "trial", "v2");
    private static final List<String> TEAMS = List.of("web", "platform", "data", "mobile", "research");
    private static final List<Image> IMAGES = List.of(Image.values());
    private static final int PERCENT = 100;
    private static final int UNNAMED = 6;
    private static final int SUSPENDED = 35;
    private static final int TUNNELED = 30;
    private static final int OPEN = 25;
    private static final int ONE_MOVING_IN = 250;
    private static final int ONE_ENDED_IN = 20;
    private static final int LONGEST_RUN_MINUTES = 20 * 60;
    private static final int LONGEST_SLEEP_MINUTES = 30 * 24 * 60;

    private final Seeds seeds;
    private final RandomGenerator random;

    ManySeeds(Seeds seeds, RandomGenerator random) {
        this.seeds = seeds;
        this.random = random;
    }

    void plant(int living) {
        for (int i = 1; i <= living; i++) {
            DevboxPlan plan = plan(i);
            if (i % ONE_MOVING_IN == 0) {
                seeds.begins(plan);
            } else if (chance(SUSPENDED)) {
                Duration asleep = Duration.ofMinutes(1 + random.nextInt(LONGEST_SLEEP_MINUTES));
                seeds.slept(plan, asleep.plusHours(1), asleep, tunnel());
            } else {
                seeds.ran(plan, Duration.ofSeconds(60L + random.nextInt(LONGEST_RUN_MINUTES * 60)), tunnel());
            }
            if (i % ONE_ENDED_IN == 0) {
                ended(plan(living + i));
            }
        }
    }

    private void ended(DevboxPlan plan) {
        Duration since = Duration.ofMinutes(1 + random.nextInt(LONGEST_SLEEP_MINUTES));
        boolean failed = chance(PERCENT / 4);
        seeds.ended(plan, since.plusHours(2), since, failed ? Kind.FAILURE : Kind.SHUTDOWN,
                failed ? "execution_failed" : "idle");
    }

    private DevboxPlan plan(int number) {
        String name = chance(UNNAMED) ? null : pick(WHAT) + "-" + pick(WHICH) + "-" + number;
        Image image = pick(IMAGES);
        Map<String, String> metadata = chance(PERCENT / 2)
                ? Map.of("team", pick(TEAMS))
                : Map.of("team", pick(TEAMS), "branch", pick(WHICH) + "/" + pick(WHAT));
        return Seeds.plan(name, image, metadata, launch());
    }

    private JsonObject launch() {
        return switch (random.nextInt(5)) {
            case 0 -> Seeds.launch().put("keep_alive_time_seconds", 172_800);
            case 1 -> Seeds.idle(3600, "shutdown", null);
            case 2 -> Seeds.idle(7200, "suspend", true);
            case 3 -> Seeds.idle(14_400, "suspend", false);
            default -> Seeds.idle(3600, "suspend", null);
        };
    }

    private @Nullable TunnelSettings tunnel() {
        if (!chance(TUNNELED)) {
            return null;
        }
        AuthMode mode = chance(OPEN) ? AuthMode.OPEN : AuthMode.AUTHENTICATED;
        return new TunnelSettings(mode, chance(PERCENT / 2), chance(PERCENT / 2));
    }

    private <T> T pick(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(PERCENT) < percent;
    }
}
