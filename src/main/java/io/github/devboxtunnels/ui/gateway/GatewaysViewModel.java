package io.github.devboxtunnels.ui.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.platform.InstalledBrowser;
import io.github.devboxtunnels.service.DevboxWatcher;
import io.github.devboxtunnels.service.GatewayEvent;
import io.github.devboxtunnels.service.GatewayOpening;
import io.github.devboxtunnels.service.GatewayService;
import io.github.devboxtunnels.service.GatewayStatus;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.ui.common.PageOpener;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The gateways of a session: what runs, and everything a person does with them. */
public final class GatewaysViewModel implements AutoCloseable {

    private static final Texts TEXTS = Texts.of(GatewaysViewModel.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final GatewayService service;
    private final DevboxWatcher devboxes;
    private final TaskRunner tasks;
    private final PageOpener pages;
    private final AutoCloseable subscription;
    private final GatewayQuestions questions;
    private final ReadOnlyObjectWrapper<List<GatewayRow>> running = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyLongWrapper reports = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Set<String>> awake = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Set<String> starting = new HashSet<>();
    private Consumer<GatewayNews> listener = _ -> {
    };
    private List<InstalledBrowser> browsers = List.of();
    private TaskRunner.@Nullable Handle clock;
    private boolean asked;
    private boolean showing = true;
    private boolean reading;
    private boolean stale;
    private boolean closed;

    /** Follows the gateways of a session until it is closed; pages are opened through the given way. */
    public GatewaysViewModel(Session session, TaskRunner tasks, PageOpener pages) {
        this.service = session.gateways();
        this.devboxes = session.devboxes();
        this.tasks = tasks;
        this.pages = pages;
        this.now = new ReadOnlyObjectWrapper<>(tasks.now());
        this.questions = new GatewayQuestions(tasks);
        subscription = service.subscribe(new GatewayService.Listener() {
            @Override
            public void changed() {
                tasks.post(GatewaysViewModel.this::read);
            }

            @Override
            public void happened(GatewayEvent event) {
                String devbox = label(event.devboxId());
                tasks.post(() -> heard(event, devbox));
            }
        });
    }

    /** Those that run, in the order they were started. */
    public ReadOnlyObjectProperty<List<GatewayRow>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How often the gateways have reported: what went through them may be new where nothing else is. */
    ReadOnlyLongProperty reportsProperty() {
        return reports.getReadOnlyProperty();
    }

    /** Ids of the devboxes that a page keeps awake now. */
    public ReadOnlyObjectProperty<Set<String>> awakeProperty() {
        return awake.getReadOnlyProperty();
    }

    /** The moment ages are counted to; stands still while nothing runs or the window is hidden. */
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** The browser that asks to be let in; null while none does. */
    ReadOnlyObjectProperty<@Nullable GatewayAsk> askProperty() {
        return questions.askProperty();
    }

    /** Answers the question that is shown. */
    void answer(boolean let) {
        questions.answer(let);
    }

    /** Who hears of what is said once. */
    void setOnNews(Consumer<GatewayNews> hears) {
        listener = hears;
    }

    /** Whether the window shows; in a hidden one no ages are counted. */
    public void setShowing(boolean shows) {
        showing = shows;
        if (shows) {
            read();
        }
        run();
    }

    /** Browsers that were found; looks for them in the background when that was not done yet. */
    public List<InstalledBrowser> browsers() {
        if (!asked) {
            asked = true;
            tasks.run(pages::browsers, found -> browsers = found, _ -> {
            });
        }
        return browsers;
    }

    /** Whether the browser of the system may be Safari, which cannot open these pages. */
    public boolean maybeSafari() {
        return pages.maybeSafari();
    }

    /** The gateway of a port; null when none runs. */
    public @Nullable GatewayStatus of(String devboxId, int port) {
        return running.get().stream().filter(row -> row.of(devboxId, port)).map(GatewayRow::status).findFirst()
                .orElse(null);
    }

    /**
     * Opens a port in a browser through its gateway, which is started for it.
     *
     * @param in which browser; null for the one of the system
     */
    public void open(String devboxId, ListedPort port, @Nullable InstalledBrowser in) {
        start(devboxId, port, () -> service.open(devboxId, port),
                ready -> show(Optional.ofNullable(ready.page()), ready.address(), in));
    }

    /** Copies the address of a port's gateway, which is started for it. */
    public void copyAddress(String devboxId, ListedPort port) {
        start(devboxId, port, () -> service.start(devboxId, port), ready -> say(
                new GatewayNews.Copy(TEXTS.get("gateway.copied"), ready.address())));
    }

    /** Lets every program of this computer use a port, or not; the gateway is started for it. */
    public void setLocalPrograms(String devboxId, ListedPort port, boolean on) {
        start(devboxId, port, () -> {
            GatewayOpening opening = service.start(devboxId, port);
            service.setLocalPrograms(devboxId, port.number(), on);
            return opening;
        }, _ -> say(new GatewayNews.Said(TEXTS.get(on ? "gateway.local.on" : "gateway.local.off",
                GatewayWords.number(port.number())))));
    }

    /** Has the browser of the system forget what it keeps of a port. */
    public void forgetData(GatewayStatus of) {
        quietly(() -> service.forgetData(of.devboxId(), of.port()), page -> show(page, of.origin(), null));
    }

    /** Stops the gateway of a port. */
    public void stop(String devboxId, int port) {
        act(() -> service.stop(devboxId, port));
    }

    /** Stops all gateways of a devbox. */
    public void stopAll(String devboxId) {
        act(() -> service.stopAll(devboxId));
    }

    @Override
    public void close() {
        closed = true;
        run();
        questions.clear();
        running.set(List.of());
        awake.set(Set.of());
        reports.set(reports.get() + 1);
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("a subscription does not end", e);
        }
    }

    private void start(String devboxId, ListedPort port, Callable<GatewayOpening> work,
            Consumer<GatewayOpening.Ready> onReady) {
        String key = devboxId + ":" + port.number();
        if (!starting.add(key)) {
            return;
        }
        tasks.run(work, opening -> {
            starting.remove(key);
            switch (opening) {
                case GatewayOpening.Ready ready -> onReady.accept(ready);
                case GatewayOpening.Impossible(GatewayOpening.Reason why) ->
                    say(new GatewayNews.Failed(GatewayWords.impossible(why)));
            }
        }, problem -> {
            starting.remove(key);
            say(new GatewayNews.Failed(GatewayWords.problem(problem)));
        });
    }

    private void show(Optional<Path> page, URI address, @Nullable InstalledBrowser in) {
        if (page.isEmpty()) {
            say(new GatewayNews.Failed(GatewayWords.impossible(GatewayOpening.Reason.NO_PAGE)));
            return;
        }
        Runnable failed = () -> say(new GatewayNews.NotOpened(in == null
                ? TEXTS.get("gateway.no-browser")
                : TEXTS.get("gateway.not-that-browser", in.name()), address));
        tasks.run(() -> pages.open(page.get(), in), taken -> {
            if (!taken) {
                failed.run();
            }
        }, _ -> failed.run());
    }

    private void act(Runnable work) {
        quietly(() -> {
            work.run();
            return true;
        }, _ -> {
        });
    }

    private <T> void quietly(Callable<T> work, Consumer<T> then) {
        tasks.run(work, then, (Problem problem) -> say(new GatewayNews.Failed(GatewayWords.problem(problem))));
    }

    /** Reads once more when something changed meanwhile, so that the last word is the latest. */
    private void read() {
        if (closed || reading) {
            stale = true;
            return;
        }
        reading = true;
        stale = false;
        tasks.run(this::rows, this::take, _ -> take(List.of()));
    }

    private List<GatewayRow> rows() {
        return service.running().stream().map(status -> new GatewayRow(status, devbox(status.devboxId()))).toList();
    }

    private void take(List<GatewayRow> rows) {
        reading = false;
        if (closed) {
            return;
        }
        now.set(tasks.now());
        running.set(rows);
        count();
        run();
        reports.set(reports.get() + 1);
        if (stale) {
            read();
        }
    }

    private void count() {
        Set<String> ids = running.get().stream().filter(row -> row.keepsAwake(now.get()))
                .map(row -> row.status().devboxId()).collect(Collectors.toUnmodifiableSet());
        if (!ids.equals(awake.get())) {
            awake.set(ids);
        }
    }

    private void run() {
        boolean wanted = showing && !closed && !running.get().isEmpty();
        TaskRunner.Handle ticking = clock;
        if (wanted && ticking == null) {
            clock = tasks.after(TICK, this::tick);
        } else if (!wanted && ticking != null) {
            ticking.cancel();
            clock = null;
        }
    }

    private void tick() {
        clock = null;
        now.set(tasks.now());
        count();
        run();
    }

    private void heard(GatewayEvent event, String devbox) {
        if (closed) {
            return;
        }
        String port = GatewayWords.number(event.port());
        BiConsumer<Boolean, String> say = (went, text) -> say(
                went ? new GatewayNews.Said(text) : new GatewayNews.Failed(text));
        switch (event) {
            case GatewayEvent.Asked asked -> questions.add(asked.question(), devbox, port);
            case GatewayEvent.Closed gone -> questions.remove(gone.question());
            case GatewayEvent.Replaced _ -> say.accept(true, TEXTS.get("gateway.replaced", devbox, port));
            case GatewayEvent.Refused _ -> say.accept(false, TEXTS.get("gateway.refused", devbox, port));
            case GatewayEvent.Ended ended ->
                say.accept(false, GatewayWords.ended(ended.why(), devbox, event.port()));
        }
    }

    private String label(String devboxId) {
        Devbox known = devbox(devboxId);
        return known == null ? devboxId : known.label();
    }

    private @Nullable Devbox devbox(String id) {
        return devboxes.current().devboxes().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    private void say(GatewayNews news) {
        if (!closed) {
            listener.accept(news);
        }
    }
}
