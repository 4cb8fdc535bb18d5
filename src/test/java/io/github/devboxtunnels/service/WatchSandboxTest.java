package io.github.devboxtunnels.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.devboxtunnels.api.HttpRunloopApi;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.sandbox.Fault;
import io.github.devboxtunnels.sandbox.Operation;
import io.github.devboxtunnels.sandbox.Sandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.time.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The watcher over real HTTP: what it shows is what the sandbox has. */
class WatchSandboxTest {

    private static final int MANY = 7000;

    private final SimulatedTimeline serverTime = new SimulatedTimeline();
    private final SimulatedTimeline time = new SimulatedTimeline();
    private Sandbox sandbox;
    private HttpRunloopApi api;
    private DevboxWatcher watcher;

    /** The time of the client, whose pauses between two tries nobody waits for. */
    private record Sleepless(Timeline time) implements Timeline {

        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public void sleep(Duration duration) {
            // Whoever moves the time waits for this thread.
        }

        @Override
        public Scheduled after(Duration delay, Runnable task) {
            return time.after(delay, task);
        }
    }

    private void watch(int devboxes) {
        sandbox = Sandbox.start(SandboxOptions.defaults().withDevboxes(devboxes), serverTime);
        api = HttpRunloopApi.open(new Connection(Connection.Kind.SANDBOX,
                ApiOrigin.parse(sandbox.baseUrl().toString()), AddressTemplate.parse(sandbox.tunnelUrlTemplate()),
                sandbox.key()), new Sleepless(time), "test");
        watcher = new DevboxWatcher(api, time);
        watcher.start();
        pass(Duration.ZERO);
    }

    private void pass(Duration duration) {
        time.advance(duration);
    }

    @AfterEach
    void stop() {
        watcher.close();
        api.close();
        sandbox.close();
    }

    private void showsTheTruth() {
        List<Devbox> shown = watcher.current().devboxes();
        Set<Devbox> living = sandbox.devboxes().stream().filter(devbox -> !devbox.status().ended())
                .collect(Collectors.toSet());
        assertThat(shown).hasSameSizeAs(living);
        assertThat(living.containsAll(shown)).isTrue();
    }

    @Test
    void showsTheDemoDevboxesAndHowManyHaveEnded() throws Exception {
        watch(SandboxOptions.DEMO);
        showsTheTruth();
        long ended = sandbox.devboxes().stream().filter(devbox -> devbox.status().ended()).count();
        assertThat(watcher.current().ended().total()).isEqualTo((int) ended);
        while (watcher.current().ended().more()) {
            watcher.loadEnded();
        }
        assertThat(watcher.current().ended().loaded()).hasSize((int) ended);
    }

    @Test
    void showsMoreDevboxesThanAPageHoldsAndKeepsUnchangedOnes() throws Exception {
        watch(MANY);
        showsTheTruth();
        DevboxList before = watcher.current();
        Devbox running = before.devboxes().stream()
                .filter(devbox -> devbox.status().running() && devbox.tunnel() == null).findFirst().orElseThrow();
        sandbox.enableTunnel(running.id(), new TunnelSettings(AuthMode.OPEN, true, false));
        watcher.refreshNow();
        pass(Duration.ZERO);
        showsTheTruth();
        Set<Devbox> old = Collections.newSetFromMap(new IdentityHashMap<>());
        old.addAll(before.devboxes());
        assertThat(watcher.current().devboxes().stream().filter(devbox -> !old.contains(devbox)))
                .extracting(Devbox::id).containsExactly(running.id());
    }

    @Test
    void survivesAServerThatGoesAwayAndComesBack() throws Exception {
        watch(SandboxOptions.DEMO);
        sandbox.faults().offline(true);
        pass(Duration.ofSeconds(60));
        assertThat(watcher.current().problem()).isInstanceOf(Problem.Offline.class);
        assertThat(watcher.current().missed()).isGreaterThan(2);
        showsTheTruth();
        sandbox.add("new", Kind.RUNNING);
        sandbox.faults().offline(false);
        watcher.refreshNow();
        pass(Duration.ZERO);
        assertThat(watcher.current().problem()).isNull();
        showsTheTruth();
    }

    @Test
    void survivesEveryShapeOfANewerApi() throws Exception {
        watch(SandboxOptions.DEMO);
        int before = watcher.current().devboxes().size();
        sandbox.faults().always(Operation.LIST, Fault.additionalMembers(), Fault.nullForAbsent());
        pass(Duration.ofSeconds(10));
        assertThat(watcher.current().problem()).isNull();
        assertThat(watcher.current().devboxes()).hasSize(before);
        sandbox.faults().clear();
        sandbox.faults().always(Operation.LIST, Fault.repeatedCursor());
        pass(Duration.ofSeconds(10));
        assertThat(watcher.current().devboxes()).hasSize(before);
    }
}
