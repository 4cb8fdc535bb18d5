package io.github.devboxtunnels.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;

/** What shall go wrong, or happen in between, in a {@link FakeRunloopApi}. Safe for use from any thread. */
final class FakeFaults {

    /** A call fails, before or after the server has done it. */
    record Fault(Problem problem, boolean committed) {
    }

    private final Map<Call, Deque<Fault>> once = new EnumMap<>(Call.class);
    private final Map<Call, Problem> always = new EnumMap<>(Call.class);
    private final Map<Call, Deque<Runnable>> before = new EnumMap<>(Call.class);
    private final Map<Call, Deque<Runnable>> after = new EnumMap<>(Call.class);

    synchronized void next(Call call, Problem problem, boolean committed) {
        once.computeIfAbsent(call, key -> new ArrayDeque<>()).add(new Fault(problem, committed));
    }

    synchronized void always(Call call, Problem problem) {
        always.put(call, problem);
    }

    synchronized void heal(Call call) {
        always.remove(call);
        once.remove(call);
    }

    synchronized void before(Call call, Runnable hook) {
        before.computeIfAbsent(call, key -> new ArrayDeque<>()).add(hook);
    }

    synchronized void after(Call call, Runnable hook) {
        after.computeIfAbsent(call, key -> new ArrayDeque<>()).add(hook);
    }

    /** What this call shall meet; null for nothing. */
    synchronized Fault take(Call call) {
        Deque<Fault> waiting = once.get(call);
        Fault next = waiting == null ? null : waiting.poll();
        Problem standing = always.get(call);
        return next != null || standing == null ? next : new Fault(standing, false);
    }

    void runBefore(Call call) {
        run(before, call);
    }

    void runAfter(Call call) {
        run(after, call);
    }

    private void run(Map<Call, Deque<Runnable>> hooks, Call call) {
        Runnable hook;
        synchronized (this) {
            Deque<Runnable> waiting = hooks.get(call);
            hook = waiting == null ? null : waiting.poll();
        }
        if (hook != null) {
            hook.run();
        }
    }
}
