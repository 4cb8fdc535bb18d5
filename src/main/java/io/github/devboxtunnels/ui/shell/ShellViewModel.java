package io.github.devboxtunnels.ui.shell;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.settings.SettingsStore;
import io.github.devboxtunnels.ui.common.LinkOpener;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.devboxes.DevboxListViewModel;
import org.jspecify.annotations.Nullable;

/** Everything around the list and the page of one session: freshness, banner, profile, and how one leaves. */
public final class ShellViewModel implements AutoCloseable {

    /** A read that takes longer shows a line. */
    private static final Duration LINE_AFTER = Duration.ofMillis(300);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int TICKS_OF_AGES = 60;
    private static final URI DOCUMENTATION = URI.create("https://docs.runloop.ai");

    private final ReadOnlyObjectWrapper<Freshness> freshness = new ReadOnlyObjectWrapper<>(Freshness.UNKNOWN);
    private final ReadOnlyObjectWrapper<@Nullable BannerState> banner = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final Session session;
    private final TaskRunner tasks;
    private final ZoneId zone;
    private final Exits exits;
    private final DevboxListViewModel devboxes;
    private final Profile profile;
    private final AutoCloseable subscription;
    private DevboxList list = DevboxList.UNREAD;
    private TaskRunner.@Nullable Handle line;
    private TaskRunner.@Nullable Handle clock;
    private @Nullable Listener listener;
    private int ticks;
    private boolean closed;

    /**
     * The ways out of a session.
     *
     * @param leave ends it, because a person wants to
     * @param updateKey ends it, because its key is refused
     * @param links opens pages of the platform
     */
    public record Exits(Runnable leave, Consumer<Problem> updateKey, LinkOpener links) {
    }

    /** Hears of what cannot be shown as a state. */
    public interface Listener {
        /** No browser took an address. */
        void notOpened(URI address);

        /** A change did not succeed; a sentence says which and why. */
        void failed(String sentence);
    }

    /** Follows a session until it is closed. */
    public ShellViewModel(Session session, TaskRunner tasks, SettingsStore settings, ZoneId zone, Exits exits) {
        this.session = session;
        this.tasks = tasks;
        this.zone = zone;
        this.exits = exits;
        profile = Profile.of(session.connection(), session.account());
        devboxes = new DevboxListViewModel(tasks, settings, session.connection().profile(),
                session.devboxes()::loadEnded);
        session.devboxes().select(devboxes.selectedProperty().get());
        devboxes.selectedProperty().addListener((property, was, is) -> session.devboxes().select(is));
        subscription = session.devboxes().subscribe(known -> {
            devboxes.show(known);
            tasks.post(() -> take(known));
        });
    }

    /** Who hears of what cannot be shown as a state. */
    public void setListener(Listener hears) {
        listener = hears;
    }

    /** The list. */
    public DevboxListViewModel devboxes() {
        return devboxes;
    }

    /** Whose devboxes these are. */
    public Profile profile() {
        return profile;
    }

    /** How old what is shown is. */
    public ReadOnlyObjectProperty<Freshness> freshnessProperty() {
        return freshness.getReadOnlyProperty();
    }

    /** What is wrong; null when nothing is. */
    public ReadOnlyObjectProperty<@Nullable BannerState> bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    /** Whether a read is under way that takes its time. */
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Reads now. */
    public void refresh() {
        session.devboxes().refreshNow();
    }

    /** A person turned to the window. */
    public void resume() {
        session.devboxes().resume();
    }

    /** Ends the session. */
    public void leave() {
        exits.leave().run();
    }

    /** Does what the banner offers. */
    public void remedy(BannerState.Remedy remedy) {
        switch (remedy) {
            case TRY_NOW -> refresh();
            case UPDATE_KEY -> {
                Problem problem = list.problem();
                if (problem != null) {
                    exits.updateKey().accept(problem);
                }
            }
            case OPEN_PLATFORM -> openPlatform();
        }
    }

    /** Whether the window shows; a hidden one reads seldom and counts nothing. */
    public void setShowing(boolean showing) {
        session.devboxes().setShowing(showing);
        TaskRunner.Handle running = clock;
        if (running != null) {
            running.cancel();
            clock = null;
        }
        if (showing && !closed) {
            devboxes.tick();
            tick();
        }
    }

    /** Whether devboxes have a page on the platform. */
    public boolean hasPlatform() {
        return !session.connection().origin().isLoopback();
    }

    /** Opens the page of a devbox on the platform. */
    public void openInRunloop(Devbox devbox) {
        if (hasPlatform()) {
            open(session.connection().origin().platform("/devboxes/" + devbox.id()));
        }
    }

    /** Opens the platform's own list of devboxes, where there is a platform. */
    public void openPlatform() {
        if (hasPlatform()) {
            open(session.connection().origin().platform("/devboxes"));
        }
    }

    /** Opens the provider's documentation. */
    public void openDocumentation() {
        open(DOCUMENTATION);
    }

    /** Suspends a running devbox. */
    public void suspend(Devbox devbox) {
        change(() -> session.lifecycle().suspend(devbox.id()), devbox, true);
    }

    /** Resumes a suspended devbox. */
    public void resume(Devbox devbox) {
        change(() -> session.lifecycle().resume(devbox.id()), devbox, false);
    }

    /** Stops the gateways of a devbox. */
    public void stopGateways(String id) {
        tasks.run(() -> {
            session.gateways().stopAll(id);
            return true;
        }, done -> {
        }, problem -> {
        });
    }

    /** Whether changes can be sent now. */
    public boolean reachable() {
        return switch (list.problem()) {
            case Problem.Offline _,Problem.UntrustedCertificate _,Problem.Unauthorised _,Problem.Unanswered _ ->
                false;
            case null, default -> true;
        };
    }

    /** Where the session leads. */
    public Connection connection() {
        return session.connection();
    }

    @Override
    public void close() {
        closed = true;
        setShowing(false);
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("a subscription does not end", e);
        }
    }

    private void change(Callable<Devbox> call, Devbox devbox, boolean suspending) {
        tasks.run(call, done -> {
        }, problem -> {
            Listener hears = listener;
            if (hears != null) {
                hears.failed(FailureText.of(devbox, suspending, problem));
            }
        });
    }

    private void open(URI page) {
        tasks.run(() -> exits.links().open(page), taken -> {
            if (!taken) {
                notOpened(page);
            }
        }, problem -> notOpened(page));
    }

    private void notOpened(URI page) {
        Listener hears = listener;
        if (hears != null) {
            hears.notOpened(page);
        }
    }

    private void take(DevboxList known) {
        if (closed) {
            return;
        }
        list = known;
        if (known.nextTry() != null) {
            stopLine();
        } else if (line == null) {
            line = tasks.after(LINE_AFTER, () -> reading.set(true));
        }
        count();
    }

    private void stopLine() {
        TaskRunner.Handle waiting = line;
        if (waiting != null) {
            waiting.cancel();
            line = null;
        }
        reading.set(false);
    }

    private void tick() {
        count();
        if (++ticks % TICKS_OF_AGES == 0) {
            devboxes.tick();
        }
        clock = tasks.after(TICK, this::tick);
    }

    private void count() {
        freshness.set(Freshness.of(list, tasks.now(), zone));
        banner.set(BannerState.of(list, session.account(), session.connection().origin().host(), tasks.now(), zone));
    }
}
