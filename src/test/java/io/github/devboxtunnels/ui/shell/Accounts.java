package io.github.devboxtunnels.ui.shell;

import java.time.Duration;
import java.time.Instant;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.SimulatedTimeline;

/** The account of the design's pictures. */
final class Accounts {

    private static final Instant NOW = SimulatedTimeline.START;

    private Accounts() {
    }

    static void fill(FakeRunloopApi api) {
        api.put(since(Devboxes.running("agent-42").authenticated(), Duration.ofMinutes(12)),
                since(Devboxes.running("api-server").authenticated().blueprint("node-22").metadata("owner", "ci-bot")
                        .metadata("team", "checkout"), Duration.ofMinutes(134)),
                since(Devboxes.running("docs-site").open(), Duration.ofDays(3)),
                since(Devboxes.running("payments-stub").open(), Duration.ofHours(25)),
                since(Devboxes.running("web-preview").open(), Duration.ofMinutes(41)),
                since(Devboxes.named("load-test-eu", Kind.RESUMING).authenticated(), Duration.ZERO),
                since(Devboxes.suspended("demo-berlin").open(), Duration.ofHours(6)),
                since(Devboxes.suspended("nightly-e2e").authenticated(), Duration.ofDays(3)),
                since(Devboxes.running("agent-43"), Duration.ofMinutes(8)),
                since(Devboxes.unnamed("dbx_31CZ8tWmPq0vXkLs7RjY2b"), Duration.ofMinutes(26)),
                since(Devboxes.named("agent-44", Kind.PROVISIONING), Duration.ofSeconds(5)),
                since(Devboxes.suspended("feature-login"), Duration.ofDays(5)));
        for (int i = 0; i < 138; i++) {
            api.put(since(Devboxes.ended("old-" + i), Duration.ofDays(6).plusHours(i)));
        }
    }

    private static Devbox since(Devboxes devbox, Duration age) {
        return devbox.since(NOW.minus(age)).build();
    }
}
