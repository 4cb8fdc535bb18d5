package io.github.devboxtunnels.ui.tunnel;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The tunnel card: what the tunnel is, what has to be said about it, and its removal. */
final class TunnelCardViewModel {

    private static final Texts TEXTS = Texts.of(TunnelCardViewModel.class);

    private final Session session;
    private final TaskRunner tasks;
    private final VerbGuard guard;
    private final ZoneId zone;
    private final Consumer<PageEvent> events;
    private final Set<String> leaving = new HashSet<>();
    private final Map<String, Trouble> troubles = new HashMap<>();
    private final Map<String, Notice> notices = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable CardState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper removing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private @Nullable Devbox devbox;

    TunnelCardViewModel(Session session, TaskRunner tasks, VerbGuard guard, ZoneId zone, Consumer<PageEvent> events) {
        this.session = session;
        this.tasks = tasks;
        this.guard = guard;
        this.zone = zone;
        this.events = events;
    }

    /** The card now; null while no devbox is shown. */
    ReadOnlyObjectProperty<@Nullable CardState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the tunnel is being removed. */
    ReadOnlyBooleanProperty removingProperty() {
        return removing.getReadOnlyProperty();
    }

    /** Why the last removal failed; null when it did not. */
    ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** What has to be said about the tunnel; null when nothing has. */
    ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Another devbox, or news of the same, or of the connection. */
    void update(@Nullable Devbox latest) {
        devbox = latest;
        if (latest == null) {
            state.set(null);
            removing.set(false);
            trouble.set(null);
            notice.set(null);
            return;
        }
        Tunnel tunnel = latest.tunnel();
        if (tunnel == null) {
            troubles.remove(latest.id());
            notices.remove(latest.id());
        }
        Notice said = notices.get(latest.id());
        state.set(CardState.of(latest, guard, tasks.now(), zone));
        removing.set(leaving.contains(latest.id()));
        trouble.set(troubles.get(latest.id()));
        notice.set(said != null && said.about().equals(tunnel) ? said : null);
    }

    /** Asks whether to remove the tunnel shown; null when it cannot be removed now. */
    @Nullable
    RemovalQuestion question() {
        Devbox shown = devbox;
        return shown != null && state.get() instanceof CardState.On on && on.removeUnavailable() == null
                && !removing.get()
                        ? new RemovalQuestion(shown.id(), shown.label(),
                                TEXTS.get("tunnel.remove.title", shown.label()))
                        : null;
    }

    /** Removes the tunnel that was asked about, whichever devbox is shown by now. */
    void remove(RemovalQuestion answered) {
        remove(answered.devboxId(), answered.label());
    }

    /** Removes the tunnel of the devbox shown. */
    void remove() {
        Devbox shown = devbox;
        if (shown != null && guard.reason(Verb.REMOVE) == null) {
            remove(shown.id(), shown.label());
        }
    }

    private void remove(String id, String label) {
        if (!leaving.add(id)) {
            return;
        }
        troubles.remove(id);
        update(devbox);
        tasks.run(() -> removal(id), ended -> {
            leaving.remove(id);
            Devbox now = ended.now();
            Problem problem = ended.problem();
            if (problem != null && (now == null || now.tunnel() != null)) {
                failed(id, problem, now != null);
            } else if (now != null && isShown(id)) {
                update(now);
                events.accept(new PageEvent.TunnelGone(TEXTS.get("tunnel.remove.done")));
            } else {
                events.accept(new PageEvent.Said(TEXTS.get("tunnel.remove.done-of", label)));
            }
        }, problem -> {
            leaving.remove(id);
            failed(id, problem, false);
        });
    }

    /**
     * How a removal ended.
     *
     * @param now the devbox after it; null when it could not be read
     * @param problem of the removal; null without
     */
    private record Removal(@Nullable Devbox now, @Nullable Problem problem) {
    }

    private Removal removal(String id) throws InterruptedException {
        try {
            return new Removal(session.tunnels().remove(id), null);
        } catch (ProblemException e) {
            try {
                return new Removal(session.devboxes().read(id), e.problem());
            } catch (ProblemException _) {
                return new Removal(null, e.problem());
            }
        }
    }

    private boolean isShown(String id) {
        Devbox shown = devbox;
        return shown != null && shown.id().equals(id);
    }

    /** Takes in what the enable dialog ended with. */
    void enabled(EnableResult result) {
        Tunnel tunnel = result.devbox().tunnel();
        if (tunnel == null) {
            return;
        }
        switch (result.how()) {
            case NEW -> notices.remove(result.devbox().id());
            case ALREADY -> say(result.devbox(), new Notice(tunnel, false, TEXTS.get("tunnel.notice.already"),
                    TEXTS.get("tunnel.notice.already-text")));
            case SOMEBODY_ELSE -> say(result.devbox(), new Notice(tunnel, true, TEXTS.get(tunnel.open()
                    ? "tunnel.notice.somebody-open"
                    : "tunnel.notice.somebody"), TEXTS.get("tunnel.notice.somebody-text")));
        }
    }

    /** What is said when the dialog closes. */
    String enabledText(EnableResult result) {
        return switch (result.how()) {
            case NEW -> TEXTS.get("tunnel.enabled.new");
            case ALREADY -> TEXTS.get("tunnel.notice.already");
            case SOMEBODY_ELSE -> TEXTS.get("tunnel.notice.somebody");
        };
    }

    /** Takes in that a tunnel turned up although waiting for it was given up. */
    void enabledAfterCancel(Devbox latest) {
        Tunnel tunnel = latest.tunnel();
        if (tunnel != null) {
            say(latest, new Notice(tunnel, true, TEXTS.get("tunnel.notice.cancelled"),
                    TEXTS.get("tunnel.notice.cancelled-text")));
        }
    }

    /** Takes the strip away. */
    void dismissNotice() {
        Devbox shown = devbox;
        if (shown != null) {
            notices.remove(shown.id());
            update(shown);
        }
    }

    private void say(Devbox about, Notice said) {
        notices.put(about.id(), said);
    }

    private void failed(String id, Problem problem, boolean readAfterwards) {
        guard.learn(Verb.REMOVE, problem);
        boolean known = readAfterwards || Trouble.surelyNothing(problem);
        troubles.put(id, Trouble.of(TEXTS.get(known ? "tunnel.remove.not" : "tunnel.remove.unknown"), problem,
                TEXTS.get(known ? "tunnel.remove.not-next" : "tunnel.remove.unknown-next")));
        update(devbox);
    }
}
