package io.github.devboxtunnels.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ListingTest {

    private final SimulatedTimeline time = new SimulatedTimeline();

    @Test
    void pagesGoThroughEverythingOnceInAStableOrder() throws Exception {
        try (Sandbox sandbox = start(100, 1); SandboxClient client = new SandboxClient(sandbox)) {
            List<String> seen = new ArrayList<>();
            JsonObject page;
            do {
                String after = seen.isEmpty() ? "" : "&starting_after=" + seen.getLast();
                page = SandboxClient.json(client.get("/v1/devboxes?limit=7" + after));
                page.getJsonArray("devboxes").forEach(devbox -> seen.add(((JsonObject) devbox).getString("id")));
                assertThat(page.getInteger("total_count")).isEqualTo(sandbox.devboxes().size());
            } while (page.getBoolean("has_more"));

            assertThat(seen).isEqualTo(sandbox.devboxes().stream().map(Devbox::id).toList());
        }
    }

    @Test
    void moreIsPromisedOnlyWhenThereIsMore() throws Exception {
        try (Sandbox sandbox = start(20, 1); SandboxClient client = new SandboxClient(sandbox)) {
            int all = sandbox.devboxes().size();
            long running = sandbox.devboxes().stream().filter(devbox -> devbox.status().running()).count();

            assertThat(page(client, "limit=" + all).getBoolean("has_more")).isFalse();
            assertThat(page(client, "limit=" + (all - 1)).getBoolean("has_more")).isTrue();
            assertThat(page(client, "").getJsonArray("devboxes")).hasSize(20);
            JsonObject filtered = page(client, "status=running&limit=" + running);
            assertThat(filtered.getBoolean("has_more")).isFalse();
            assertThat(filtered.getInteger("total_count")).isEqualTo((int) running);
            assertThat(page(client, "limit=5000&include_total_count=false&search=x&nonsense=1&status=")
                    .containsKey("total_count")).isFalse();
            JsonObject counted = page(client, "limit=0&include_total_count=true");
            assertThat(counted.getJsonArray("devboxes")).isEmpty();
            assertThat(counted.getInteger("total_count")).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=5001", "limit=-1", "limit=many", "include_total_count=maybe", "status=hungry",
            "starting_after=dbx_unknown"})
    void whatMakesNoSenseIsABadRequest(String query) throws Exception {
        try (Sandbox sandbox = start(3, 1); SandboxClient client = new SandboxClient(sandbox)) {
            assertThat(client.get("/v1/devboxes?" + query).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void theSameSeedGivesTheSameDevboxesAndAnotherGivesOthers() {
        try (Sandbox one = start(300, 7); Sandbox same = start(300, 7); Sandbox other = start(300, 8)) {
            assertThat(same.devboxes()).isEqualTo(one.devboxes());
            assertThat(other.devboxes()).isNotEqualTo(one.devboxes());
            assertThat(one.key()).isNotEqualTo(same.key());
        }
    }

    @Test
    void asManyLivingDevboxesAsAskedForAreThereAndTheyDiffer() {
        try (Sandbox sandbox = start(1000, 1)) {
            List<Devbox> living = sandbox.devboxes().stream().filter(devbox -> !devbox.status().ended()).toList();
            Set<String> statuses = new HashSet<>();
            living.forEach(devbox -> statuses.add(devbox.status().word()));

            assertThat(living).hasSize(1000);
            assertThat(sandbox.devboxes()).hasSizeGreaterThan(1000);
            assertThat(statuses).contains("running", "suspended", "provisioning");
            assertThat(living).anyMatch(devbox -> !devbox.named());
            assertThat(living).anyMatch(devbox -> devbox.tunnel() != null && devbox.tunnel().open());
            assertThat(living).anyMatch(devbox -> devbox.tunnel() != null && !devbox.tunnel().open());
        }
    }

    @Test
    void theDemoSetShowsOneOfEach() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), time)) {
            assertThat(sandbox.devboxes()).extracting(Devbox::name, devbox -> devbox.status().word()).contains(
                    org.assertj.core.groups.Tuple.tuple("echo-service", "running"),
                    org.assertj.core.groups.Tuple.tuple("shop-page", "running"),
                    org.assertj.core.groups.Tuple.tuple("jobs-api", "running"),
                    org.assertj.core.groups.Tuple.tuple("localhost-only", "running"),
                    org.assertj.core.groups.Tuple.tuple("slow-boot", "provisioning"),
                    org.assertj.core.groups.Tuple.tuple("feature-login", "suspended"));
            assertThat(sandbox.devboxes()).filteredOn(devbox -> !devbox.status().ended()).hasSize(6);
        }
    }

    private static JsonObject page(SandboxClient client, String query) throws Exception {
        return SandboxClient.json(client.get("/v1/devboxes?" + query));
    }

    private Sandbox start(int devboxes, long seed) {
        return Sandbox.start(SandboxOptions.defaults().withDevboxes(devboxes).withSeed(seed), time);
    }
}
