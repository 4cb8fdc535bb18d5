package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Carries out an operation while the faults ordered for it go wrong around it. */
final class FaultLayer {

    /**
     * What comes of a request.
     *
     * @param answer what would be sent
     * @param cut how the connection ends instead; null when the answer arrives
     * @param committed whether the operation was carried out
     */
    record Outcome(Answer answer, @Nullable Cut cut, boolean committed) {
    }

    private final Faults faults;
    private final Fleet fleet;
    private final Tunnels tunnels;
    private final Agenda agenda;

    FaultLayer(Faults faults, Fleet fleet, Tunnels tunnels, Agenda agenda) {
        this.faults = faults;
        this.fleet = fleet;
        this.tunnels = tunnels;
        this.agenda = agenda;
    }

    Future<Outcome> run(Call call, OperationHandler handler) {
        List<Fault> met = faults.take(call.operation(), call.devbox());
        if (met.isEmpty()) {
            return handler.attempt(call).map(answer -> new Outcome(answer, null, answer.status() == 200));
        }
        return wait(met, true).compose(ready -> commit(met, call, handler))
                .compose(outcome -> wait(met, false).map(outcome));
    }

    private Future<Outcome> commit(List<Fault> met, Call call, OperationHandler handler) {
        of(met, Gap.class).forEach(gap -> happen(gap, call));
        Cut cut = of(met, Cut.class).findFirst().orElse(null);
        Refusal refusal = of(met, Refusal.class).findFirst().orElse(null);
        if (refusal != null || (cut != null && !cut.committed())) {
            Answer instead = refusal == null ? Answer.empty() : refusal.answer();
            return Future.succeededFuture(new Outcome(instead, cut, false));
        }
        List<Reshape> reshapes = of(met, Reshape.class).toList();
        Call asked = reshapes.isEmpty() ? call : call.plain();
        for (Reshape reshape : reshapes) {
            asked = reshape.request().apply(asked);
        }
        return handler.attempt(asked).map(answer -> {
            boolean committed = answer.status() == 200;
            Answer shown = of(met, Disguise.class).findFirst().map(Disguise::answer)
                    .orElseGet(() -> committed ? reshaped(answer, reshapes) : answer);
            return new Outcome(shown, cut, committed);
        });
    }

    private void happen(Gap gap, Call call) {
        synchronized (fleet) {
            DevboxState devbox = fleet.find(call.devbox());
            if (devbox != null) {
                gap.happening().accept(devbox, tunnels);
            }
        }
    }

    private static Answer reshaped(Answer answer, List<Reshape> reshapes) {
        if (reshapes.isEmpty() || answer.stream() != null) {
            return answer;
        }
        JsonObject json = new JsonObject(answer.body());
        reshapes.forEach(reshape -> reshape.answer().accept(json));
        return answer.withBody(json.toBuffer());
    }

    private Future<Void> wait(List<Fault> met, boolean beforeCommit) {
        Duration total = of(met, Delay.class).filter(delay -> delay.beforeCommit() == beforeCommit).map(Delay::time)
                .reduce(Duration.ZERO, Duration::plus);
        if (total.isZero()) {
            return Future.succeededFuture();
        }
        Promise<Void> over = Promise.promise();
        agenda.after(total, over::complete);
        return over.future();
    }

    private static <T extends Fault> Stream<T> of(List<Fault> met, Class<T> type) {
        return met.stream().filter(type::isInstance).map(type::cast);
    }
}
