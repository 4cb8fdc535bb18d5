package io.github.devboxtunnels.service;

import java.util.function.Consumer;

import io.github.devboxtunnels.api.RunloopApi;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/** Keeps a {@link DevboxList} true by reading it again and again, gently. Safe for use from any thread. */
public final class DevboxWatcher implements AutoCloseable {

    private final RunloopApi api;
    private final Timeline timeline;
    private volatile DevboxList current = DevboxList.UNREAD;

    /** Watches the account of the given client; nothing is sent before {@link #start()}. */
    public DevboxWatcher(RunloopApi api, Timeline timeline) {
        this.api = api;
        this.timeline = timeline;
    }

    /** Begins to read. */
    public void start() {
        current = timeline.now() == null ? current : DevboxList.UNREAD;
    }

    /** What is known now. */
    public DevboxList current() {
        return current;
    }

    /** Hears of every change, on a background thread, beginning with what is known now. Closing ends it. */
    public AutoCloseable subscribe(Consumer<DevboxList> listener) {
        listener.accept(current);
        return () -> {
        };
    }

    /** Reads now: a click, or the window came to the front. */
    public void refreshNow() {
    }

    /** The devbox a person looks at, which is read more often; null for none. */
    public void select(@Nullable String id) {
        current = DevboxList.UNREAD;
    }

    /** Whether the window shows; a hidden one is read seldom. */
    public void setShowing(boolean showing) {
    }

    /** Takes in what a call has just answered, so that it shows at once. */
    public void accept(Devbox devbox) {
    }

    /** Reads one devbox now and takes it in; blocks. */
    public Devbox read(String id) throws InterruptedException {
        return api.get(id);
    }

    /** Reads the next page of devboxes that had ended before; blocks; the answer comes to the subscribers. */
    public void loadEnded() throws InterruptedException {
    }

    @Override
    public void close() {
    }
}
