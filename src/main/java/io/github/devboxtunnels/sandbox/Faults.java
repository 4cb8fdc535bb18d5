package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** Switches for what goes wrong. Each order names an operation, how often and what; the oldest that fits is used. */
public final class Faults {

    private static final int EVER = -1;

    private record Order(@Nullable Operation operation, @Nullable String devbox, int times, List<Fault> faults) {

        boolean fits(Operation asked, String id) {
            return (operation == null || operation == asked) && (devbox == null || devbox.equals(id));
        }

        Order once() {
            return new Order(operation, devbox, times == EVER ? EVER : times - 1, faults);
        }
    }

    private final List<Order> orders = new ArrayList<>();
    private final Consumer<Boolean> offline;
    private final Consumer<Duration> skew;

    Faults(Consumer<Boolean> offline, Consumer<Duration> skew) {
        this.offline = offline;
        this.skew = skew;
    }

    /** The next request for an operation meets all of these. */
    public void next(Operation operation, Fault... faults) {
        add(new Order(operation, null, 1, List.of(faults)));
    }

    /** The next requests for an operation meet all of these. */
    public void next(int times, Operation operation, Fault... faults) {
        add(new Order(operation, null, times, List.of(faults)));
    }

    /** The next request for an operation on this devbox meets all of these. */
    public void next(Operation operation, String devbox, Fault... faults) {
        add(new Order(operation, devbox, 1, List.of(faults)));
    }

    /** Every request for an operation meets all of these, until {@link #clear()}. */
    public void always(Operation operation, Fault... faults) {
        add(new Order(operation, null, EVER, List.of(faults)));
    }

    /** Every request meets all of these, until {@link #clear()}. */
    public void always(Fault... faults) {
        add(new Order(null, null, EVER, List.of(faults)));
    }

    /** Connections are refused and open ones closed, or taken again; returns when it is so. */
    public void offline(boolean off) {
        offline.accept(off);
    }

    /** Every time the server tells is ahead of the true one; behind when negative. */
    public void clockSkew(Duration ahead) {
        skew.accept(ahead);
    }

    /** Takes back every order; offline and clock stay. */
    public synchronized void clear() {
        orders.clear();
    }

    /** The same for any operation when it is null; -1 times is until {@link #clear()}. */
    void order(@Nullable Operation operation, int times, Fault fault) {
        add(new Order(operation, null, times, List.of(fault)));
    }

    synchronized List<Fault> take(Operation operation, String devbox) {
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            if (order.fits(operation, devbox)) {
                Order left = order.once();
                if (left.times() == 0) {
                    orders.remove(i);
                } else {
                    orders.set(i, left);
                }
                return order.faults();
            }
        }
        return List.of();
    }

    private synchronized void add(Order order) {
        orders.add(order);
    }
}
