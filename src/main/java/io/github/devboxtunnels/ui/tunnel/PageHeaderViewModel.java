package io.github.devboxtunnels.ui.tunnel;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.ui.common.LinkOpener;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The header of the page: what the devbox is, suspend and resume, and what went wrong with them. */
final class PageHeaderViewModel {

    private static final Texts TEXTS = Texts.of(PageHeaderViewModel.class);

    private final Session session;
    private final TaskRunner tasks;
    private final VerbGuard guard;
    private final LinkOpener links;
    private final Consumer<PageEvent> events;
    private final Map<String, Verb> running = new HashMap<>();
    private final Map<String, Failure> failures = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable HeaderState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> retryUnavailable = new ReadOnlyObjectWrapper<>();
    private @Nullable Devbox devbox;

    private record Failure(Verb verb, Trouble trouble) {

        /** Whether what did not seem to happen has, or never can. */
        boolean over(DevboxStatus now) {
            return switch (verb) {
                case SUSPEND -> now.ended() || now.suspended() || now.kind() == DevboxStatus.Kind.SUSPENDING;
                case RESUME -> now.ended() || now.running() || now.kind() == DevboxStatus.Kind.RESUMING;
                default -> now.ended();
            };
        }
    }

    PageHeaderViewModel(Session session, TaskRunner tasks, VerbGuard guard, LinkOpener links,
            Consumer<PageEvent> events) {
        this.session = session;
        this.tasks = tasks;
        this.guard = guard;
        this.links = links;
        this.events = events;
    }

    /** The header now; null while no devbox is shown. */
    ReadOnlyObjectProperty<@Nullable HeaderState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What went wrong last; null when nothing did. */
    ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Why that cannot be tried again now; null when it can. */
    ReadOnlyObjectProperty<@Nullable String> retryUnavailableProperty() {
        return retryUnavailable.getReadOnlyProperty();
    }

    /** Another devbox, or news of the same, or of the connection. */
    void update(@Nullable Devbox latest) {
        devbox = latest;
        state.set(latest == null
                ? null
                : HeaderState.of(latest, running.get(latest.id()), guard, tasks.now()));
        Failure failure = latest == null
                ? null
                : failures.computeIfPresent(latest.id(), (_, before) -> before.over(latest.status()) ? null : before);
        retryUnavailable.set(latest == null || failure == null
                ? null
                : HeaderState.whyNot(failure.verb(), latest, guard));
        trouble.set(failure == null ? null : failure.trouble());
    }

    /** Suspends or resumes, as the button says. */
    void press() {
        HeaderState now = state.get();
        if (now != null && !now.busy() && now.unavailable() == null) {
            perform(now.verb(), now.id());
        }
    }

    /** Restarts the idle timer. */
    void resetIdleTimer() {
        HeaderState now = state.get();
        if (now != null && now.resetUnavailable() == null) {
            perform(Verb.RESET, now.id());
        }
    }

    /** Does again what went wrong. */
    void tryAgain() {
        Devbox shown = devbox;
        Failure failure = shown == null ? null : failures.get(shown.id());
        if (shown != null && failure != null && retryUnavailable.get() == null) {
            perform(failure.verb(), shown.id());
        }
    }

    /** Takes the strip away. */
    void dismiss() {
        Devbox shown = devbox;
        if (shown != null) {
            failures.remove(shown.id());
            update(shown);
        }
    }

    /** Whether there are web pages of a platform: the sandbox, and a server on this computer, have none. */
    boolean hasPlatform() {
        return !session.connection().origin().isLoopback();
    }

    /** Opens the devbox on the platform's web pages. */
    void openPlatform() {
        Devbox shown = devbox;
        if (shown == null) {
            return;
        }
        URI page = session.connection().origin()
                .platform("/devboxes/" + URLEncoder.encode(shown.id(), StandardCharsets.UTF_8));
        Runnable failed = () -> events.accept(new PageEvent.NotOpened(TEXTS.get("tunnel.no-browser"), page));
        tasks.run(() -> links.open(page), opened -> {
            if (!opened) {
                failed.run();
            }
        }, _ -> failed.run());
    }

    private void perform(Verb verb, String id) {
        failures.remove(id);
        running.put(id, verb);
        update(devbox);
        tasks.run(call(verb, id), _ -> {
            running.remove(id);
            if (verb == Verb.RESET) {
                events.accept(new PageEvent.Said(TEXTS.get("tunnel.header.reset-done")));
            }
            update(devbox);
        }, problem -> failed(verb, id, problem));
    }

    private Callable<@Nullable Devbox> call(Verb verb, String id) {
        return switch (verb) {
            case SUSPEND -> () -> session.lifecycle().suspend(id);
            case RESUME -> () -> session.lifecycle().resume(id);
            default -> () -> {
                session.lifecycle().resetIdleTimer(id);
                return null;
            };
        };
    }

    private void failed(Verb verb, String id, Problem problem) {
        guard.learn(verb, problem);
        if (Trouble.surelyNothing(problem) || problem instanceof Problem.Refused) {
            ended(verb, id, problem, true);
        } else if (verb == Verb.RESET) {
            ended(verb, id, problem, false);
        } else {
            tasks.run(() -> session.devboxes().read(id), _ -> ended(verb, id, problem, true),
                    _ -> ended(verb, id, problem, false));
        }
    }

    /** It went wrong; {@code known} when it surely did not happen, or what the devbox shows by now is the answer. */
    private void ended(Verb verb, String id, Problem problem, boolean known) {
        running.remove(id);
        String lead = known ? "tunnel.header.not" : "tunnel.header.unknown";
        String next = known ? "tunnel.header.not-next" : "tunnel.header.unknown-next." + verb.word();
        failures.put(id,
                new Failure(verb, Trouble.of(TEXTS.get(lead + "." + verb.word()), problem, TEXTS.get(next))));
        update(devbox);
    }
}
