package io.github.devboxtunnels.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

import io.github.devboxtunnels.api.HttpRunloopApi;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.service.DevboxWatcher;
import io.github.devboxtunnels.testing.Frames;
import io.github.devboxtunnels.testing.MemorySettings;
import io.github.devboxtunnels.time.SystemTimeline;
import io.github.devboxtunnels.ui.common.FxTaskRunner;
import io.github.devboxtunnels.ui.devboxes.DevboxListViewModel;
import io.github.devboxtunnels.ui.devboxes.DevboxRow;

/** Lists the devboxes of an account into a real list view at each line it reads, and prints the milliseconds. */
public final class ListWorker {

    private final SystemTimeline timeline = new SystemTimeline();
    private final FxTaskRunner tasks = new FxTaskRunner(timeline);
    private final Connection connection;
    private final int expected;
    private ListView<DevboxRow> view;

    private ListWorker(Connection connection, int expected) {
        this.connection = connection;
        this.expected = expected;
    }

    /** Base URL and number of devboxes as arguments, the key in the environment. */
    public static void main(String[] args) throws Exception {
        ApiOrigin origin = ApiOrigin.parse(args[0]);
        ListWorker worker = new ListWorker(new Connection(Connection.Kind.ENVIRONMENT, origin,
                AddressTemplate.derive(origin), Secret.of(System.getenv("RUNLOOP_API_KEY"))),
                Integer.parseInt(args[1]));
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        onFx(worker::open);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        try (HttpRunloopApi api = HttpRunloopApi.open(worker.connection, worker.timeline, "benchmark")) {
            while (in.readLine() != null) {
                System.out.println(worker.list(api));
            }
        }
        Platform.exit();
    }

    private double list(HttpRunloopApi api) throws Exception {
        try (DevboxWatcher watcher = new DevboxWatcher(api, timeline)) {
            CompletableFuture<Long> shown = new CompletableFuture<>();
            onFx(() -> listen(watcher, shown));
            // What the view painted before is no part of this listing.
            Frames.painted();
            long sent = System.nanoTime();
            watcher.start();
            double millis = (shown.get() - sent) / 1e6;
            onFx(() -> view.setItems(FXCollections.observableArrayList()));
            return millis;
        }
    }

    /** One window for all listings: another each time would be garbage of the benchmark's own. */
    private void open() {
        view = new ListView<>();
        view.setFixedCellSize(52);
        Stage stage = new Stage();
        stage.setScene(new Scene(view, 360, 700));
        stage.show();
    }

    private void listen(DevboxWatcher watcher, CompletableFuture<Long> shown) {
        DevboxListViewModel model = new DevboxListViewModel(tasks, new MemorySettings(), "benchmark", () -> {
        });
        view.setItems(model.rows());
        model.rows().addListener((ListChangeListener<DevboxRow>) change -> {
            if (view.getItems().size() >= expected) {
                shown.complete(System.nanoTime());
            }
        });
        watcher.subscribe(model::show);
    }

    private static void onFx(Runnable work) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            work.run();
            done.complete(null);
        });
        done.get();
    }
}
