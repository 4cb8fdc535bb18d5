package io.github.devboxtunnels.ui.tunnel;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.service.EnableOutcome;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.service.TunnelService;
import io.github.devboxtunnels.service.TunnelService.Step;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The enable dialog: three choices, the ports to list, and the truth about what became of the attempt. */
public final class EnableTunnelViewModel {

    private static final Texts TEXTS = Texts.of(EnableTunnelViewModel.class);

    private final Session session;
    private final TaskRunner tasks;
    private final VerbGuard guard;
    private final LastChoices choices;
    private final Consumer<EnableResult> done;

    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty keepAlive = new SimpleBooleanProperty();
    private final BooleanProperty wake = new SimpleBooleanProperty();
    private final PortsField ports = new PortsField();
    private final ReadOnlyStringWrapper keepAliveHint = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper wakeHint = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper wakeRuled = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper primary = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper unavailable = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();

    private Devbox devbox;
    private boolean wakeChosen;
    private boolean retry;
    private boolean unknown;
    private @Nullable Attempt attempt;

    /** What is asked for, kept until its outcome is known, and what to call off. */
    private static final class Attempt {
        private final TunnelSettings settings;
        private final List<ListedPort> ports;
        private TaskRunner.@Nullable Handle handle;

        Attempt(TunnelSettings settings, List<ListedPort> ports) {
            this.settings = settings;
            this.ports = ports;
        }
    }

    EnableTunnelViewModel(Devbox devbox, Session session, TaskRunner tasks, VerbGuard guard, LastChoices choices,
            Consumer<EnableResult> done) {
        this.devbox = devbox;
        this.session = session;
        this.tasks = tasks;
        this.guard = guard;
        this.choices = choices;
        this.done = done;
        keepAlive.set(choices.get().keepAlive());
        wake.set(choices.get().wakeOnHttp());
        wake.subscribe(on -> wakeChosen = wakeRuled.get() ? wakeChosen : on);
        update(devbox);
        open.subscribe(_ -> {
            retry = false;
            refresh();
        });
        keepAlive.subscribe(_ -> refresh());
        wake.subscribe(_ -> refresh());
    }

    /** The devbox was read again, or the connection came or went. */
    void update(Devbox latest) {
        devbox = latest;
        Boolean ruled = latest.lifecycle().wakeOnHttp();
        wakeRuled.set(ruled != null);
        wake.set(ruled == null ? wakeChosen : ruled);
        refresh();
    }

    /** "Enable a tunnel on agent-43". */
    public String title() {
        return TEXTS.get("tunnel.enable.title", devbox.label());
    }

    /** Whether Open is chosen; never at first. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** The switch "Keep awake on traffic". */
    public BooleanProperty keepAliveProperty() {
        return keepAlive;
    }

    /** What that switch means now. */
    public ReadOnlyStringProperty keepAliveHintProperty() {
        return keepAliveHint.getReadOnlyProperty();
    }

    /** The switch "Wake on HTTP". */
    public BooleanProperty wakeProperty() {
        return wake;
    }

    /** What that switch means now. */
    public ReadOnlyStringProperty wakeHintProperty() {
        return wakeHint.getReadOnlyProperty();
    }

    /** Whether the devbox itself rules that switch. */
    public ReadOnlyBooleanProperty wakeRuledProperty() {
        return wakeRuled.getReadOnlyProperty();
    }

    /** The field "Ports to list". */
    public PortsField ports() {
        return ports;
    }

    /** What the primary button does. */
    public ReadOnlyStringProperty primaryProperty() {
        return primary.getReadOnlyProperty();
    }

    /** What is being done ("Enabling…"); empty when nothing is. */
    public ReadOnlyStringProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why the primary button cannot be used; empty when it can. */
    public ReadOnlyStringProperty unavailableProperty() {
        return unavailable.getReadOnlyProperty();
    }

    /** What went wrong; null when nothing has. */
    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** What would be sent. */
    TunnelSettings settings() {
        return new TunnelSettings(open.get() ? AuthMode.OPEN : AuthMode.AUTHENTICATED, keepAlive.get(), wake.get());
    }

    /** The devbox the dialog is about. */
    Devbox devbox() {
        return devbox;
    }

    /** Presses the primary button; ignored while busy. */
    public void submit() {
        if (!busy.get().isEmpty() || !unavailable.get().isEmpty()) {
            return;
        }
        Attempt before = attempt;
        if (unknown && before != null) {
            lookAgain(before);
            return;
        }
        List<ListedPort> typed = ports.check();
        if (typed != null) {
            enable(new Attempt(settings(), typed));
        }
    }

    /**
     * Gives up waiting.
     *
     * @return whether something had been sent, so that the devbox is worth another look
     */
    boolean cancel() {
        Attempt running = attempt;
        boolean sent = running != null && (!busy.get().isEmpty() || unknown);
        TaskRunner.Handle handle = running == null ? null : running.handle;
        attempt = null;
        if (handle != null) {
            handle.cancel();
        }
        return sent;
    }

    private void enable(Attempt next) {
        choices.remember(keepAlive.get(), wakeChosen);
        boolean resume = devbox.status().suspended();
        String id = devbox.id();
        start(next, resume ? Step.RESUMING : Step.ENABLING, () -> tasks.run(
                () -> session.tunnels().enable(id, next.settings, resume,
                        step -> tasks.post(() -> progress(next, step))),
                outcome -> ended(next, outcome), problem -> failed(problem, null, false)));
    }

    private void start(Attempt next, Step step, Supplier<TaskRunner.Handle> work) {
        attempt = next;
        trouble.set(null);
        progress(next, step);
        TaskRunner.Handle handle = work.get();
        next.handle = handle;
    }

    private void progress(Attempt of, Step step) {
        if (of == attempt) {
            busy.set(TEXTS.get(step == Step.RESUMING ? "tunnel.enable.resuming" : "tunnel.enable.enabling"));
        }
    }

    private void ended(Attempt of, EnableOutcome outcome) {
        switch (outcome) {
            case EnableOutcome.Enabled(Devbox now) -> finish(of, now, EnableResult.How.NEW);
            case EnableOutcome.AlreadyOn(Devbox now) -> finish(of, now, EnableResult.How.ALREADY);
            case EnableOutcome.SomebodyElse(Devbox now) -> finish(of, now, EnableResult.How.SOMEBODY_ELSE);
            case EnableOutcome.NotRunning(Devbox now) -> {
                devbox = now;
                idle(new Trouble(TEXTS.get("tunnel.enable.not"), TEXTS.get("tunnel.enable.not-running",
                        StatusWords.of(now.status())), TEXTS.get("tunnel.enable.not-running-next"), null), false);
            }
            case EnableOutcome.Failed(Problem problem, @Nullable Devbox now, boolean resumed) ->
                failed(problem, now, resumed);
        }
    }

    private void finish(Attempt of, Devbox now, EnableResult.How how) {
        busy.set("");
        attempt = null;
        done.accept(new EnableResult(now, how, of.ports));
    }

    private void failed(Problem problem, @Nullable Devbox now, boolean resumed) {
        guard.learn(Verb.ENABLE, problem);
        if (now != null) {
            devbox = now;
        }
        if (now == null && !Trouble.surelyNothing(problem)) {
            nobodyKnows(problem);
            return;
        }
        String next = TEXTS.get(
                Trouble.surelyNothing(problem) ? "tunnel.enable.nothing-done" : "tunnel.enable.read-again")
                + (resumed ? " " + TEXTS.get("tunnel.enable.resumed-though") : "");
        idle(Trouble.of(TEXTS.get("tunnel.enable.not"), problem, next), false);
    }

    private void nobodyKnows(Problem problem) {
        idle(Trouble.of(TEXTS.get("tunnel.enable.unknown"), problem, TEXTS.get("tunnel.enable.unknown-next")), true);
    }

    private void idle(Trouble shown, boolean outcomeUnknown) {
        unknown = outcomeUnknown;
        retry = true;
        busy.set("");
        trouble.set(shown);
        refresh();
    }

    private void lookAgain(Attempt before) {
        String id = devbox.id();
        attempt = before;
        busy.set(TEXTS.get("tunnel.enable.looking"));
        before.handle = tasks.run(() -> session.devboxes().read(id), now -> looked(before, now), problem -> {
            guard.learn(Verb.ENABLE, problem);
            nobodyKnows(problem);
        });
    }

    /** There was no tunnel before the attempt, so one that is there now is told by its settings. */
    private void looked(Attempt before, Devbox now) {
        devbox = now;
        Tunnel tunnel = now.tunnel();
        if (tunnel != null) {
            boolean ours = TunnelService.asAsked(now, tunnel, before.settings);
            finish(before, now, ours ? EnableResult.How.NEW : EnableResult.How.SOMEBODY_ELSE);
            return;
        }
        idle(new Trouble(TEXTS.get("tunnel.enable.not"), TEXTS.get("tunnel.enable.looked-none"), "", null), false);
    }

    private void refresh() {
        keepAliveHint.set(EnableHints.keepAlive(devbox.lifecycle(), keepAlive.get(), open.get()));
        wakeHint.set(EnableHints.wake(devbox.lifecycle().wakeOnHttp(), wake.get()));
        unavailable.set(hindrance());
        primary.set(TEXTS.get(primaryKey()));
    }

    /** Looking again is never held back: it is the way out. */
    private String hindrance() {
        if (unknown) {
            return "";
        }
        String reason = guard.reason(Verb.ENABLE);
        if (reason != null) {
            return reason;
        }
        boolean possible = devbox.status().running() || devbox.status().suspended();
        return possible ? "" : TEXTS.get("tunnel.enable.not-running", StatusWords.of(devbox.status()));
    }

    private String primaryKey() {
        if (unknown) {
            return "tunnel.enable.look-again";
        }
        if (retry) {
            return "tunnel.enable.try-again";
        }
        if (devbox.status().suspended()) {
            return open.get() ? "tunnel.enable.resume-and-enable-open" : "tunnel.enable.resume-and-enable";
        }
        return open.get() ? "tunnel.enable.enable-open" : "tunnel.enable.enable";
    }
}
