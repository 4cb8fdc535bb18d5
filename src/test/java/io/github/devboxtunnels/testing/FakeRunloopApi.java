package io.github.devboxtunnels.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.devboxtunnels.api.DevboxPage;
import io.github.devboxtunnels.api.DevboxQuery;
import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.model.ProblemException;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.time.Timeline;

/**
 * The API in memory: a small state machine, a log of calls, and faults on demand. A devbox that suspends or resumes
 * arrives when somebody waits for it ({@link #waitForStatus}) or a test says so ({@link #settle}). Safe for use from
 * any thread.
 */
public final class FakeRunloopApi implements RunloopApi {

    /** The calls of the API, to name what shall fail and to count what was sent. */
    public enum Call {
        ACCOUNT, LIST, GET, ENABLE, REMOVE, SUSPEND, RESUME, WAIT, KEEP_ALIVE
    }

    /**
     * A call as it was received.
     *
     * @param id of the devbox; null for calls without one
     * @param detail the {@link DevboxQuery}, {@link TunnelSettings} or statuses sent; null for calls without any
     */
    public record Entry(Call call, String id, Object detail) {
    }

    private static final Runnable NO_PAUSE = () -> {
    };

    private final Timeline timeline;
    private final AtomicReference<Runnable> pauses = new AtomicReference<>(NO_PAUSE);
    private final Map<String, Devbox> devboxes = new LinkedHashMap<>();
    private final Set<Kind> noStatus = EnumSet.noneOf(Kind.class);
    private final List<Entry> log = new ArrayList<>();
    private final FakeFaults faults = new FakeFaults();
    private Account account = new Account("acc_1", "Acme", Account.Standing.ENABLED, "ACCOUNT_STATUS_ENABLED");
    private UnaryOperator<Tunnel> made = UnaryOperator.identity();
    private UnaryOperator<DevboxPage> page = UnaryOperator.identity();
    private int tunnels;
    private boolean settles = true;
    private boolean closed;

    public FakeRunloopApi(Timeline timeline) {
        this.timeline = timeline;
    }

    // What is there

    /** Puts devboxes there, or replaces those of the same id. */
    public synchronized FakeRunloopApi put(Devbox... some) {
        for (Devbox devbox : some) {
            devboxes.put(devbox.id(), devbox);
        }
        return this;
    }

    /** Puts devboxes there, or replaces those of the same id. */
    public FakeRunloopApi put(Devboxes... some) {
        for (Devboxes devbox : some) {
            put(devbox.build());
        }
        return this;
    }

    /** Makes a devbox unknown (404). */
    public synchronized void forget(String id) {
        devboxes.remove(id);
    }

    /** What the server knows of a devbox; null when nothing. */
    public synchronized Devbox truth(String id) {
        return devboxes.get(id);
    }

    /** Somebody else changes a devbox. */
    public synchronized void change(String id, UnaryOperator<Devbox> change) {
        devboxes.computeIfPresent(id, (key, devbox) -> change.apply(devbox));
    }

    /** Somebody else, or the platform, moves a devbox to a status. */
    public synchronized void move(String id, Kind kind) {
        change(id, devbox -> Devboxes.from(devbox).kind(kind).since(timeline.now()).build());
    }

    /** Somebody else enables a tunnel. */
    public synchronized void enabledElsewhere(String id, TunnelSettings settings) {
        change(id, devbox -> devbox.withTunnel(newTunnel(settings)));
    }

    /** A devbox on its way arrives. */
    public synchronized void settle(String id) {
        Devbox devbox = devboxes.get(id);
        switch (devbox.status().kind()) {
            case SUSPENDING -> move(id, Kind.SUSPENDED);
            case RESUMING, QUEUED, PROVISIONING, INITIALIZING -> move(id, Kind.RUNNING);
            default -> {
            }
        }
    }

    /** Whether a devbox on its way arrives when somebody waits for it; true at first. */
    public synchronized void settlesWhenWaitedFor(boolean value) {
        settles = value;
    }

    public synchronized void account(Account value) {
        account = value;
    }

    /** Changes every tunnel the server makes: another mode, no token. */
    public synchronized void tunnelsMade(UnaryOperator<Tunnel> change) {
        made = change;
    }

    /** Changes every page the server answers: rows left out, twice, a cursor that does not move. */
    public synchronized void pagesMade(UnaryOperator<DevboxPage> change) {
        page = change;
    }

    /** This server knows no devboxes of such a status, not even the word. */
    public synchronized void hasNoStatus(Kind kind) {
        noStatus.add(kind);
    }

    // What goes wrong

    /** The next such call fails before the server did anything; said twice, the next two. */
    public void fail(Call call, Problem problem) {
        faults.next(call, problem, false);
    }

    /** The next such call is done by the server, but its answer is lost. */
    public void commitThenFail(Call call, Problem problem) {
        faults.next(call, problem, true);
    }

    /** Every such call fails until it is {@link #heal healed}. */
    public void breakDown(Call call, Problem problem) {
        faults.always(call, problem);
    }

    /** Every call fails until all are healed. */
    public void breakDown(Problem problem) {
        for (Call call : Call.values()) {
            faults.always(call, problem);
        }
    }

    /** Calls work again. */
    public void heal() {
        for (Call call : Call.values()) {
            faults.heal(call);
        }
    }

    /** Such calls work again. */
    public void heal(Call call) {
        faults.heal(call);
    }

    /** Runs once, on the calling thread, before the next such call is done; said twice, before the next two. */
    public void before(Call call, Runnable hook) {
        faults.before(call, hook);
    }

    /** Runs once, on the calling thread, after the next such call is done and before its answer arrives. */
    public void after(Call call, Runnable hook) {
        faults.after(call, hook);
    }

    /** Runs once before the next page is asked for: a pause of the client after a try that failed. */
    public void pauseBeforeListing(Runnable pause) {
        pauses.set(pause);
    }

    // What was sent

    /** Every call so far, in order. */
    public synchronized List<Entry> log() {
        return List.copyOf(log);
    }

    /** How many such calls were received. */
    public synchronized long count(Call call) {
        return log.stream().filter(entry -> entry.call() == call).count();
    }

    /** Forgets the calls so far. */
    public synchronized void clearLog() {
        log.clear();
    }

    public synchronized boolean closed() {
        return closed;
    }

    // The API

    @Override
    public Account account() {
        return perform(new Entry(Call.ACCOUNT, null, null), () -> account);
    }

    @Override
    public DevboxPage list(DevboxQuery query) {
        pauses.getAndSet(NO_PAUSE).run();
        long began = timeline.nanoTime();
        DevboxPage made = perform(new Entry(Call.LIST, null, query), () -> page.apply(pageOf(query)));
        return made.in(Duration.ofNanos(timeline.nanoTime() - began));
    }

    @Override
    public Devbox get(String id) {
        return perform(new Entry(Call.GET, id, null), () -> existing(id));
    }

    @Override
    public Tunnel enableTunnel(String id, TunnelSettings settings) {
        return perform(new Entry(Call.ENABLE, id, settings), () -> {
            Devbox devbox = existing(id);
            if (!devbox.status().running() || devbox.tunnel() != null) {
                throw refused("Devbox is not running or already has a tunnel");
            }
            Tunnel tunnel = newTunnel(settings);
            devboxes.put(id, devbox.withTunnel(tunnel));
            return tunnel;
        });
    }

    @Override
    public void removeTunnel(String id) {
        perform(new Entry(Call.REMOVE, id, null), () -> {
            if (existing(id).tunnel() == null) {
                throw refused("Devbox has no tunnel");
            }
            return devboxes.put(id, existing(id).withTunnel(null));
        });
    }

    @Override
    public Devbox suspend(String id) {
        return perform(new Entry(Call.SUSPEND, id, null), () -> moved(id, Kind.RUNNING, Kind.SUSPENDING));
    }

    @Override
    public Devbox resume(String id) {
        return perform(new Entry(Call.RESUME, id, null), () -> moved(id, Kind.SUSPENDED, Kind.RESUMING));
    }

    /** Answers at once; when none is reached, after the hold in simulated time has been slept through. */
    @Override
    public Optional<Devbox> waitForStatus(String id, Set<Kind> statuses, Duration hold) throws InterruptedException {
        Optional<Devbox> reached = perform(new Entry(Call.WAIT, id, statuses), () -> {
            existing(id);
            if (settles) {
                settle(id);
            }
            return Optional.of(existing(id)).filter(devbox -> statuses.contains(devbox.status().kind()));
        });
        if (reached.isEmpty()) {
            timeline.sleep(hold);
        }
        return reached;
    }

    @Override
    public void keepAlive(String id) {
        perform(new Entry(Call.KEEP_ALIVE, id, null), () -> existing(id));
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private <T> T perform(Entry entry, Supplier<T> work) {
        faults.runBefore(entry.call());
        T result = null;
        FakeFaults.Fault fault;
        synchronized (this) {
            log.add(entry);
            fault = faults.take(entry.call());
            if (fault == null || fault.committed()) {
                result = work.get();
            }
        }
        faults.runAfter(entry.call());
        if (fault != null) {
            throw new ProblemException(fault.problem());
        }
        return result;
    }

    private DevboxPage pageOf(DevboxQuery query) {
        if (query.status() != null && noStatus.contains(query.status())) {
            throw refused("Invalid status");
        }
        List<Devbox> all = devboxes.values().stream()
                .filter(devbox -> query.status() == null
                        || devbox.status().word().equals(query.status().status().word()))
                .toList();
        List<Devbox> rest = query.startingAfter() == null
                ? all
                : all.stream().dropWhile(devbox -> !devbox.id().equals(query.startingAfter())).skip(1).toList();
        List<Devbox> rows = rest.stream().limit(query.limit()).toList();
        return new DevboxPage(rows, rest.size() > rows.size(), query.count() ? all.size() : null);
    }

    private Devbox moved(String id, Kind from, Kind to) {
        if (existing(id).status().kind() != from) {
            throw refused("Devbox is not " + from.status().word());
        }
        move(id, to);
        return devboxes.get(id);
    }

    private Tunnel newTunnel(TunnelSettings settings) {
        return made.apply(Devboxes.tunnelOf("made-" + ++tunnels, settings, timeline.now()));
    }

    private Devbox existing(String id) {
        Devbox devbox = devboxes.get(id);
        if (devbox == null) {
            throw new ProblemException(new Problem.NotFound(reply(404, "No devbox " + id)));
        }
        return devbox;
    }

    private static ProblemException refused(String text) {
        return new ProblemException(new Problem.Refused(reply(400, text)));
    }

    /** An answer of the server, to build problems with. */
    public static Problem.Reply reply(int status, String text) {
        return new Problem.Reply(status, text, null, "req_" + status);
    }
}
