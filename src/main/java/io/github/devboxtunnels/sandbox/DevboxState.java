package io.github.devboxtunnels.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.Lifecycle;
import io.github.devboxtunnels.model.Metadata;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** One devbox of the sandbox. Guarded by the lock of its {@link Fleet}. */
final class DevboxState {

    private final String id;
    private final int position;
    private final DevboxPlan plan;
    private final Lifecycle lifecycle;
    private final Image image;
    private final List<Transition> transitions = new ArrayList<>(4);
    private final List<Waiter> waiters = new ArrayList<>(0);
    private final Set<Runnable> streams = new HashSet<>(0);
    private @Nullable Instant endedAt;
    private @Nullable String reason;
    private @Nullable TunnelState tunnel;
    private boolean servicesUp = true;
    private long idleSince;
    private @Nullable Buffer encoded;

    DevboxState(String id, int position, DevboxPlan plan, Transition first) {
        this.id = id;
        this.position = position;
        this.plan = plan;
        this.lifecycle = plan.lifecycle();
        this.image = Image.of(plan.blueprint());
        transitions.add(first);
    }

    String id() {
        return id;
    }

    /** Place in the list, which never changes. */
    int position() {
        return position;
    }

    DevboxPlan plan() {
        return plan;
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    Image image() {
        return image;
    }

    List<Transition> transitions() {
        return transitions;
    }

    List<Waiter> waiters() {
        return waiters;
    }

    /** How to end each stream that is open through the tunnel. */
    Set<Runnable> streams() {
        return streams;
    }

    Kind status() {
        return transitions.getLast().status();
    }

    boolean is(Kind kind) {
        return status() == kind;
    }

    Instant createdAt() {
        return transitions.getFirst().at();
    }

    /** Appends a status; {@code why} is kept for final ones. */
    void enter(Transition next, @Nullable String why) {
        transitions.add(next);
        endStreams();
        if (next.status().status().ended()) {
            endedAt = next.at();
            reason = why;
            tunnel = null;
        }
        encoded = null;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    /** Why it ended or failed, in the API's words. */
    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    TunnelState tunnel() {
        return tunnel;
    }

    void tunnel(@Nullable TunnelState next) {
        endStreams();
        tunnel = next;
        encoded = null;
    }

    /** Whether a request through the tunnel wakes it. */
    boolean wakes() {
        TunnelState on = tunnel;
        return lifecycle.wakes(on != null && on.wakeOnHttp());
    }

    boolean servicesUp() {
        return servicesUp;
    }

    void servicesUp(boolean up) {
        servicesUp = up;
    }

    /** When something last happened in it, on the monotonic clock. */
    long idleSince() {
        return idleSince;
    }

    void idleSince(long nanos) {
        idleSince = nanos;
    }

    /** Its JSON, kept until something changes: an account of ten thousand is read again and again. */
    Buffer encoded(DevboxJson json) {
        Buffer kept = encoded;
        if (kept == null) {
            kept = json.encode(this);
            encoded = kept;
        }
        return kept;
    }

    private void endStreams() {
        streams.forEach(Runnable::run);
        streams.clear();
    }

    void forgetEncoded() {
        encoded = null;
    }

    /** What a test compares the application with. */
    Devbox look() {
        TunnelState on = tunnel;
        return new Devbox(id, plan.name(), status().status(), transitions.getLast().at(), createdAt(), endedAt,
                plan.blueprint() == null ? plan.snapshot() : plan.blueprint(), Metadata.of(plan.metadata()), lifecycle,
                on == null ? null : on.look(), reason);
    }
}
