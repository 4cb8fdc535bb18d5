package io.github.devboxtunnels.ui.shell;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.service.Connector;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.FakeClipboard;
import io.github.devboxtunnels.testing.FakeGateways;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.MemorySettings;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.ui.common.Clipboards;
import io.github.devboxtunnels.ui.common.Copier;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.FxTaskRunner;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.ToastLayer;
import io.github.devboxtunnels.ui.theme.ThemeManager;
import org.jspecify.annotations.Nullable;

/** A window on a session with an API in memory, and a page with one button. */
final class ShellFixture {

    final SimulatedTimeline timeline = new SimulatedTimeline();
    final FakeRunloopApi api = new FakeRunloopApi(timeline);
    final MemorySettings settings = new MemorySettings();
    final FakeClipboard clipboard = new FakeClipboard();
    final List<URI> visited = new ArrayList<>();
    final List<Problem> refused = new ArrayList<>();
    final TaskRunner tasks = new FxTaskRunner(timeline);
    final Page page = new Page();
    int left;
    int quit;
    boolean browser = true;
    MainWindow window;
    ShellView view;
    ShellViewModel model;
    Session session;

    /** A page that is only a button. */
    static final class Page implements PagePart {

        final Button button = new Button("On the page");
        private final StackPane node = new StackPane(button);
        String shown;
        boolean built;

        @Override
        public void build() {
            built = true;
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void show(@Nullable String id) {
            shown = id;
            button.setText(id == null ? "" : "Page of " + id);
        }

        @Override
        public void focusFirst() {
            button.requestFocus();
        }

        @Override
        public void contribute(Commands commands) {
            commands.put(Command.ENABLE_TUNNEL, () -> button.setText("enable"),
                    () -> shown == null ? "choose a devbox first" : null);
        }
    }

    static Connection account() {
        return new Connection(Connection.Kind.ENTERED, ApiOrigin.RUNLOOP, AddressTemplate.derive(ApiOrigin.RUNLOOP),
                Secret.of("ak_planted"));
    }

    static Connection sandbox() {
        ApiOrigin here = ApiOrigin.parse("http://127.0.0.1:9001");
        return new Connection(Connection.Kind.SANDBOX, here, AddressTemplate.derive(here), Secret.of("ak_sandbox"));
    }

    /** On the UI thread. */
    void open(Stage stage, Connection connection, ThemeChoice theme, double width, double height)
            throws InterruptedException {
        settings.update(now -> now.withTheme(theme));
        session = new Connector(to -> api, reader -> new FakeGateways(), timeline).connect(connection);
        Preferences preferences = new Preferences(settings);
        ToastLayer toasts = new ToastLayer(tasks);
        Copier copier = new Copier(new Clipboards(clipboard, tasks, () -> Duration.ofSeconds(30)), toasts);
        window = new MainWindow(stage, new MainWindow.Parts(tasks, settings, new ThemeManager(), preferences,
                new DialogLayer(), toasts));
        model = new ShellViewModel(session, tasks, settings, ZoneOffset.UTC,
                new ShellViewModel.Exits(() -> left++, refused::add, address -> {
                    visited.add(address);
                    return browser;
                }));
        view = new ShellView(model, page, new ShellView.Parts(tasks, settings, preferences, copier, toasts),
                () -> quit++);
        window.show(view, view.commands());
        window.open();
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        model.setShowing(true);
    }

    /** Off the UI thread: nothing waits for it that could not come. */
    void advance(Duration duration) {
        timeline.advance(duration);
    }

    void close() {
        if (model != null) {
            model.close();
            session.close();
        }
    }
}
