package io.github.devboxtunnels.service;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.github.devboxtunnels.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is known and tells those who listen. Changes are pure functions; each listener hears
 * one change at a time, in order, and only the latest when several came together. Nobody hears anything once
 * {@link #close} has returned.
 */
final class Board {

    /** What is known: the rows with their book-keeping, and the list made of them. */
    record Known(DevboxMerge rows, DevboxList list) {

        static final Known NOTHING = new Known(DevboxMerge.NOTHING, DevboxList.UNREAD);

        /** The same with other rows. */
        Known with(DevboxMerge other) {
            return new Known(other, new DevboxList(other.devboxes(), list.ended(), list.readAt(), list.problem(),
                    list.missed(), list.nextTry()));
        }

        /** The same with other devboxes that had ended before. */
        Known with(DevboxList.Ended other) {
            return new Known(rows, new DevboxList(list.devboxes(), other, list.readAt(), list.problem(),
                    list.missed(), list.nextTry()));
        }

        /** A full read is under way. */
        Known reading() {
            return new Known(rows, new DevboxList(list.devboxes(), list.ended(), list.readAt(), list.problem(),
                    list.missed(), null));
        }

        /** A full read came back. */
        Known read(DevboxMerge other, Instant at, Instant next) {
            return new Known(other, new DevboxList(other.devboxes(), list.ended(), at, null, 0, next));
        }

        /** Reading failed; what is known stays. */
        Known failed(Problem problem, int times, Instant next) {
            return new Known(rows, new DevboxList(list.devboxes(), list.ended(), list.readAt(), problem, times,
                    next));
        }
    }

    private static final class Listener {
        private final Consumer<DevboxList> consumer;
        private @Nullable DevboxList heard;

        Listener(Consumer<DevboxList> consumer) {
            this.consumer = consumer;
        }

        void tell(DevboxList list) {
            if (!list.equals(heard)) {
                heard = list;
                consumer.accept(list);
            }
        }
    }

    private volatile Known known = Known.NOTHING;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock telling = new ReentrantLock();
    private boolean closed;

    /** What is known now. */
    Known known() {
        return known;
    }

    /** Changes what is known and tells the listeners. */
    void change(UnaryOperator<Known> change) {
        synchronized (this) {
            known = change.apply(known);
        }
        tell(listeners);
    }

    /** Tells a listener what is known and every change from now on; closing ends it. */
    AutoCloseable subscribe(Consumer<DevboxList> consumer) {
        Listener listener = new Listener(consumer);
        listeners.add(listener);
        tell(List.of(listener));
        return () -> {
            telling.lock();
            try {
                listeners.remove(listener);
            } finally {
                telling.unlock();
            }
        };
    }

    /** Nobody hears anything any more. */
    void close() {
        telling.lock();
        try {
            closed = true;
            listeners.clear();
        } finally {
            telling.unlock();
        }
    }

    private void tell(List<Listener> some) {
        telling.lock();
        try {
            for (Listener listener : some) {
                if (!closed && listeners.contains(listener)) {
                    listener.tell(known.list());
                }
            }
        } finally {
            telling.unlock();
        }
    }
}
