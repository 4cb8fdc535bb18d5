package io.github.devboxtunnels.ui.devboxes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javafx.scene.Parent;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.MemorySettings;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.ui.common.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * The list with many devboxes: {@code new LargeList(tasks, 10_000)}, put {@link #view()} into a window, {@link #load()},
 * then {@link #refresh()} and {@link #search}. Everything comes on the UI thread through the given runner.
 */
public final class LargeList {

    private static final Instant NOW = SimulatedTimeline.START;
    private static final String[] TEAMS = {"checkout", "search", "billing", "infra", "agents"};

    private final Random random = new Random(42);
    private final List<Devbox> devboxes = new ArrayList<>();
    private final DevboxListViewModel model;
    private final TaskRunner tasks;
    private int made;

    public LargeList(TaskRunner tasks, int size) {
        this.tasks = tasks;
        model = new DevboxListViewModel(tasks, new MemorySettings(), "large", () -> {
        });
        while (devboxes.size() < size) {
            devboxes.add(next());
        }
    }

    public DevboxListViewModel model() {
        return model;
    }

    /** On the UI thread. */
    public Parent view() {
        return new DevboxListView(model, new NoActions(), tasks, () -> {
        });
    }

    /** The first read; may be called from any thread, as {@link #refresh()}. */
    public void load() {
        model.show(list());
    }

    /** A later read: one in a hundred changed its status, a few came, a few went. */
    public void refresh() {
        for (int i = 0; i < devboxes.size() / 100; i++) {
            int at = random.nextInt(devboxes.size());
            Kind[] kinds = {Kind.RUNNING, Kind.SUSPENDED, Kind.RESUMING, Kind.SUSPENDING};
            devboxes.set(at, Devboxes.from(devboxes.get(at)).kind(kinds[random.nextInt(kinds.length)]).build());
        }
        for (int i = 0; i < 3; i++) {
            devboxes.remove(random.nextInt(devboxes.size()));
            devboxes.add(random.nextInt(devboxes.size()), next());
        }
        model.show(list());
    }

    /** Sets the search field; on the UI thread, as a key does. */
    public void search(String text) {
        model.queryProperty().set(text);
    }

    private DevboxList list() {
        return new DevboxList(devboxes, new DevboxList.Ended(0, List.of(), false, null), NOW, null, 0, NOW);
    }

    private Devbox next() {
        int number = made++;
        Devboxes devbox = Devboxes.named("agent-" + number, number % 3 == 0 ? Kind.SUSPENDED : Kind.RUNNING)
                .id("dbx_" + Integer.toString(number * 7919 + 1_000_000, 36))
                .since(NOW.minus(Duration.ofSeconds(random.nextInt(1_000_000)))).blueprint("node-" + number % 40)
                .metadata("team", TEAMS[number % TEAMS.length]).metadata("task", "issue-" + number % 5000);
        return (number % 20 == 0 ? devbox.authenticated() : number % 50 == 1 ? devbox.open() : devbox).build();
    }

    private record NoActions() implements DevboxActions {
        @Override
        public void stopGateways(Devbox devbox) {
        }

        @Override
        public void copyId(Devbox devbox) {
        }

        @Override
        public void openInRunloop(Devbox devbox) {
        }

        @Override
        public void suspend(Devbox devbox) {
        }

        @Override
        public void resume(Devbox devbox) {
        }

        @Override
        public boolean hasPlatform() {
            return true;
        }

        @Override
        public @Nullable String unavailable() {
            return null;
        }

        @Override
        public void goToPage() {
        }
    }
}
