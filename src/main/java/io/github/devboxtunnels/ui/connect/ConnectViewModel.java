package io.github.devboxtunnels.ui.connect;

import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.ui.common.LinkOpener;
import io.github.devboxtunnels.ui.common.TaskRunner;
import org.jspecify.annotations.Nullable;

/** Connects with a key, or starts the sandbox. Nothing typed is ever lost but by success. */
public final class ConnectViewModel {

    private final ReadOnlyObjectWrapper<ConnectState> state = new ReadOnlyObjectWrapper<>(new ConnectState.Ready());
    private final ConnectForm form = new ConnectForm();
    private final Doors doors;
    private final TaskRunner tasks;
    private final Consumer<Session> onOpen;
    private TaskRunner.@Nullable Handle underWay;
    private Runnable again = this::connect;
    private Consumer<URI> onNotOpened = address -> {
    };
    private Runnable onShowBaseUrl = () -> {
    };

    /**
     * The ways out of the card.
     *
     * @param connector checks a key and opens a session
     * @param sandbox starts the sandbox
     * @param clipboard what is on the clipboard; null when it holds no text
     * @param links opens the page where keys are made
     */
    public record Doors(Opener connector, SandboxStarter sandbox, Supplier<@Nullable String> clipboard,
            LinkOpener links) {
    }

    /** Checks a key and opens a session; blocks. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Opens.
         *
         * @throws io.github.devboxtunnels.model.ProblemException when the key is refused or nobody answers
         */
        Session open(Connection connection) throws InterruptedException;
    }

    /** Starts the sandbox, or finds it running; blocks. */
    @FunctionalInterface
    public interface SandboxStarter {
        /** Starts. */
        Connection start() throws Exception;
    }

    /** The function is handed the open session, on the UI thread. */
    public ConnectViewModel(TaskRunner tasks, Doors doors, Consumer<Session> onOpen) {
        this.tasks = tasks;
        this.doors = doors;
        this.onOpen = onOpen;
        form.keyProperty().addListener((property, was, is) -> forgetTrouble());
        form.baseUrlProperty().addListener((property, was, is) -> forgetTrouble());
    }

    /** What is typed. */
    public ConnectForm form() {
        return form;
    }

    /** What the card is doing. */
    public ReadOnlyObjectProperty<ConnectState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Who hears of an address that no browser took, to offer it for copying. */
    public void setOnNotOpened(Consumer<URI> hears) {
        onNotOpened = hears;
    }

    /** Who moves the keyboard to the base URL. */
    public void setOnShowBaseUrl(Runnable hears) {
        onShowBaseUrl = hears;
    }

    /** Whether there is anything to connect with. */
    public boolean canConnect() {
        return !form.keyProperty().get().isBlank() && !state.get().busy();
    }

    /** Puts the text of the clipboard into the key field; reads the clipboard this once. */
    public void paste() {
        String text = doors.clipboard().get();
        if (text != null && !text.isBlank()) {
            form.keyProperty().set(text.strip());
        }
    }

    /** Checks the key and connects. */
    public void connect() {
        if (!canConnect()) {
            return;
        }
        if (!form.keyPossible()) {
            state.set(new ConnectState.Refused(ConnectTrouble.notAKey()));
            return;
        }
        Connection connection = form.read();
        if (connection != null) {
            again = this::connect;
            open(connection);
        }
    }

    /** Connects with a key that was not typed: from the environment. */
    public void connect(Connection connection) {
        form.fill(connection);
        again = () -> open(connection);
        open(connection);
    }

    /** A variable of the environment keeps its key from being used; says so. */
    public void refuseEnvironment(String variable) {
        refuse(ConnectTrouble.environment(variable));
    }

    /** Starts the sandbox and connects to it. */
    public void trySandbox() {
        if (state.get().busy()) {
            return;
        }
        state.set(new ConnectState.StartingSandbox());
        underWay = tasks.run(() -> doors.connector().open(doors.sandbox().start()), this::opened,
                problem -> refuse(ConnectTrouble.sandbox()));
    }

    /** Ends what is under way. */
    public void cancel() {
        TaskRunner.Handle running = underWay;
        if (state.get().busy() && running != null) {
            running.cancel();
            underWay = null;
            state.set(new ConnectState.Ready());
        }
    }

    /** Does what a trouble offers. */
    public void remedy(ConnectTrouble.Remedy remedy) {
        switch (remedy) {
            case NEW_KEY -> openKeysPage();
            case AGAIN -> again.run();
            case BASE_URL -> {
                form.advancedProperty().set(true);
                onShowBaseUrl.run();
            }
            case SANDBOX_AGAIN -> trySandbox();
            case NONE -> {
            }
        }
    }

    /** The page where keys are made; null where there is none. */
    public @Nullable URI keysPage() {
        ApiOrigin origin = form.originBinding().get();
        return origin == null || origin.isLoopback() ? null : origin.platform("/settings");
    }

    /** Opens the page where keys are made. */
    public void openKeysPage() {
        URI page = keysPage();
        if (page == null) {
            return;
        }
        tasks.run(() -> doors.links().open(page), taken -> {
            if (!taken) {
                onNotOpened.accept(page);
            }
        }, problem -> onNotOpened.accept(page));
    }

    /** Begins anew after a session: where it led is kept, its key is not. */
    public void begin(@Nullable Connection last) {
        again = this::connect;
        state.set(new ConnectState.Ready());
        form.keyProperty().set("");
        if (last != null && last.kind() != Connection.Kind.SANDBOX) {
            form.fill(last);
        }
    }

    /** Begins anew because the key of a session was refused. */
    public void begin(Connection last, Problem why) {
        begin(last);
        refuse(ConnectTrouble.of(why, last));
    }

    private void open(Connection connection) {
        state.set(new ConnectState.Checking());
        underWay = tasks.run(() -> doors.connector().open(connection), this::opened,
                problem -> refuse(ConnectTrouble.of(problem, connection)));
    }

    private void opened(Session session) {
        underWay = null;
        form.keyProperty().set("");
        state.set(new ConnectState.Ready());
        onOpen.accept(session);
    }

    private void refuse(ConnectTrouble trouble) {
        underWay = null;
        state.set(new ConnectState.Refused(trouble));
    }

    private void forgetTrouble() {
        if (state.get() instanceof ConnectState.Refused) {
            state.set(new ConnectState.Ready());
        }
    }
}
