package io.github.devboxtunnels.app;

import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Consumer;

import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.util.Subscription;

import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.platform.Summons;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.ui.common.Clipboards;
import io.github.devboxtunnels.ui.common.Copier;
import io.github.devboxtunnels.ui.common.DialogLayer;
import io.github.devboxtunnels.ui.common.FxClipboard;
import io.github.devboxtunnels.ui.common.FxTaskRunner;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.common.Toast;
import io.github.devboxtunnels.ui.common.ToastLayer;
import io.github.devboxtunnels.ui.common.WindowTools;
import io.github.devboxtunnels.ui.connect.ConnectView;
import io.github.devboxtunnels.ui.connect.ConnectViewModel;
import io.github.devboxtunnels.ui.devboxes.ListState;
import io.github.devboxtunnels.ui.gateway.GatewayNotices;
import io.github.devboxtunnels.ui.gateway.GatewaysViewModel;
import io.github.devboxtunnels.ui.gateway.QuitSheet;
import io.github.devboxtunnels.ui.shell.Command;
import io.github.devboxtunnels.ui.shell.Commands;
import io.github.devboxtunnels.ui.shell.MainWindow;
import io.github.devboxtunnels.ui.shell.Preferences;
import io.github.devboxtunnels.ui.shell.ShellView;
import io.github.devboxtunnels.ui.shell.ShellViewModel;
import io.github.devboxtunnels.ui.theme.ThemeManager;
import io.github.devboxtunnels.ui.tunnel.DevboxPageViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The window and what it shows now: the connect card, or a session. Used on the UI thread. */
final class Desktop implements AutoCloseable {

    /** How long the window waits for a session that is being opened. */
    private static final Duration PATIENCE = Duration.ofMillis(150);
    private static final Texts TEXTS = Texts.of(Desktop.class);

    private final Services services;
    private final ZoneId zone;
    private final Stage stage;
    private final Preferences preferences;
    private final WindowTools tools;
    private final MainWindow window;
    private final ConnectViewModel connect;
    private final GatewayNotices notices;
    /** Made when it is shown: a start with a known key does without. */
    private @Nullable ConnectView connectView;
    private @Nullable Opened opened;
    private @Nullable String wanted;
    private boolean asking;
    private Commands commands = new Commands();
    private Consumer<ShellViewModel> onSession = _ -> {
    };

    /** What belongs to an open session. */
    private record Opened(Session session, ShellViewModel shell, DevboxPageViewModel page,
            GatewaysViewModel gateways, Subscription attention) {
    }

    /** Fills a stage; nothing shows yet. */
    Desktop(Services services, Stage stage, ZoneId zone) {
        this.services = services;
        this.zone = zone;
        this.stage = stage;
        preferences = new Preferences(services.settings());
        TaskRunner tasks = new FxTaskRunner(services.timeline());
        Clipboards clipboards = new Clipboards(new FxClipboard(), tasks,
                () -> Duration.ofSeconds(preferences.clipboardSecondsProperty().get()));
        ToastLayer toasts = new ToastLayer(tasks);
        tools = new WindowTools(tasks, clipboards, new Copier(clipboards, toasts), new DialogLayer(), toasts);
        window = new MainWindow(stage, new MainWindow.Parts(tasks, services.settings(), new ThemeManager(),
                preferences, tools.dialogs(), toasts));
        connect = new ConnectViewModel(tasks, new ConnectViewModel.Doors(services.opener()::open,
                services.sandbox()::start, clipboards::paste, services.links()), this::sessionOpened);
        notices = new GatewayNotices(tools);
        stage.setOnCloseRequest(e -> {
            e.consume();
            quit();
        });
    }

    /** Who hears of each session that opens. */
    void setOnSession(Consumer<ShellViewModel> hears) {
        onSession = hears;
    }

    /** Selects a devbox in the session that is open, or in the next one; null for none. */
    void want(@Nullable String devbox) {
        wanted = devbox;
        ShellViewModel shell = shell();
        if (devbox == null || shell == null) {
            return;
        }
        wanted = null;
        String before = shell.devboxes().selectedProperty().get();
        shell.devboxes().clearSearch();
        shell.devboxes().select(devbox);
        if (shell.devboxes().stateProperty().get() instanceof ListState.Rows
                && shell.devboxes().selectedDevbox() == null) {
            shell.devboxes().select(before);
            tools.toasts().show(Toast.of(Feather.ALERT_CIRCLE, TEXTS.get("app.no-such-devbox", devbox))
                    .staying(Toast.LONG));
        }
    }

    /** A later start of the same user: this window comes to the front and shows what that one wanted. */
    void summoned(Summons summons) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        if (summons.sandbox() && opened == null) {
            connect.trySandbox();
        }
        want(summons.devbox());
    }

    /** The choices of the settings menu. */
    Preferences preferences() {
        return preferences;
    }

    /** What can be done in the place shown. */
    Commands commands() {
        return commands;
    }

    /** The way to background work and back. */
    TaskRunner tasks() {
        return tools.tasks();
    }

    /** The session shown; null while there is none. */
    @Nullable
    Session session() {
        Opened now = opened;
        return now == null ? null : now.session();
    }

    /** What is around the list and the page; null while there is no session. */
    @Nullable
    ShellViewModel shell() {
        Opened now = opened;
        return now == null ? null : now.shell();
    }

    /**
     * Shows the window and connects, if it is said how: the sandbox wins over the environment. A session that is nearly
     * open is waited for, so that the first frame is not thrown away at once.
     */
    void open(boolean sandbox) {
        EarlySession early = sandbox ? null : services.early();
        if (early == null) {
            open(sandbox, null);
        } else {
            tools.tasks().run(() -> early.within(PATIENCE), session -> open(false, session),
                    _ -> open(false, null));
        }
    }

    private void open(boolean sandbox, @Nullable Session session) {
        if (session == null) {
            showConnect();
        } else {
            sessionOpened(session);
        }
        window.open();
        String damaged = services.damaged();
        if (damaged != null) {
            tools.toasts().show(Toast.of(Feather.ALERT_CIRCLE, TEXTS.get("app.settings-damaged", damaged))
                    .staying(Toast.LONG));
        }
        if (session != null) {
            return;
        }
        if (sandbox) {
            connect.trySandbox();
            return;
        }
        switch (services.environment()) {
            case EnvironmentConnection.Found(Connection connection) -> connect.connect(connection);
            case EnvironmentConnection.Refused(String variable, String _) -> connect.refuseEnvironment(variable);
            case EnvironmentConnection.None _ -> {
            }
        }
    }

    /** Ends the session and clears secrets off the clipboard. */
    @Override
    public void close() {
        leave();
        tools.clipboards().close();
    }

    /** Closes the window; where gateways run, asks once whether to stop them. */
    void quit() {
        Opened now = opened;
        int running = now == null ? 0 : now.gateways().runningProperty().get().size();
        if (running == 0) {
            stage.close();
        } else if (!asking) {
            asking = true;
            QuitSheet.ask(tools.dialogs(), running, stage::close, () -> asking = false);
        }
    }

    private void showConnect() {
        ConnectView view = connectView;
        if (view == null) {
            view = new ConnectView(connect, tools.copier(), tools.toasts());
            connectView = view;
        }
        show(view, new Commands().put(Command.QUIT, this::quit));
        view.focusFirst();
    }

    private void show(Node place, Commands offered) {
        commands = offered;
        window.show(place, offered);
    }

    private void sessionOpened(Session session) {
        leave();
        ShellViewModel shell = new ShellViewModel(session, tools.tasks(), services.settings(), zone,
                new ShellViewModel.Exits(this::disconnect, this::updateKey, services.links()));
        GatewaysViewModel gateways = new GatewaysViewModel(session, tools.tasks(), services.pages());
        DevboxPageViewModel page = new DevboxPageViewModel(session, tools.tasks(), services.settings(),
                new SettingsPortMemory(services.settings()), services.links(), gateways, zone);
        shell.devboxes().awakeProperty().bind(gateways.awakeProperty());
        notices.follow(gateways);
        ShellView view = new ShellView(shell, new PagePartAdapter(page, tools),
                new ShellView.Parts(tools.tasks(), services.settings(), preferences, tools.copier(), tools.toasts()),
                this::quit);
        opened = new Opened(session, shell, page, gateways,
                Subscription.combine(window.visibleProperty().subscribe(showing -> {
                    shell.setShowing(showing);
                    gateways.setShowing(showing);
                }), stage.focusedProperty().subscribe(front -> {
                    if (front) {
                        shell.resume();
                    }
                })));
        want(wanted);
        show(view, view.commands());
        view.toListWhenRead();
        onSession.accept(shell);
    }

    private void disconnect() {
        Opened left = leave();
        connect.begin(left == null ? null : left.session().connection());
        showConnect();
    }

    private void updateKey(Problem why) {
        Opened left = leave();
        if (left != null) {
            connect.begin(left.session().connection(), why);
        }
        showConnect();
    }

    private @Nullable Opened leave() {
        Opened left = opened;
        opened = null;
        if (left != null) {
            left.attention().unsubscribe();
            left.page().close();
            left.gateways().close();
            left.shell().close();
            tools.tasks().run(() -> {
                left.session().close();
                return true;
            }, _ -> {
            }, _ -> {
            });
        }
        return left;
    }
}
