package io.github.devboxtunnels.ui.gateway;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.service.GatewayCall;
import io.github.devboxtunnels.service.GatewayService;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The gateways of the devbox shown and the requests through them. */
public final class DevboxGatewaysViewModel {

    private static final Texts TEXTS = Texts.of(DevboxGatewaysViewModel.class);

    private final GatewaysViewModel gateways;
    private final GatewayService service;
    private final TaskRunner tasks;
    private final ZoneId zone;
    private final ObservableList<GatewayLine> lines = FXCollections.observableArrayList();
    private final ObservableList<RequestRow> requests = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper several = new ReadOnlyBooleanWrapper();
    private @Nullable String devboxId;
    private boolean reading;
    private boolean stale;

    /** Of no devbox at first; requests are read through the given service, times shown in the given zone. */
    public DevboxGatewaysViewModel(GatewaysViewModel gateways, GatewayService service, TaskRunner tasks, ZoneId zone) {
        this.gateways = gateways;
        this.service = service;
        this.tasks = tasks;
        this.zone = zone;
        gateways.reportsProperty().subscribe(_ -> refresh());
        gateways.nowProperty().subscribe(_ -> count());
    }

    /** Shows those of a devbox; null for none. */
    public void show(@Nullable String id) {
        if (id == null ? devboxId != null : !id.equals(devboxId)) {
            devboxId = id;
            requests.clear();
            refresh();
        }
    }

    /** Those that run, in the order they were started. */
    ObservableList<GatewayLine> lines() {
        return lines;
    }

    /** What went through them lately, oldest first. */
    ObservableList<RequestRow> requests() {
        return requests;
    }

    /** Whether there are several, so that a request needs to say which. */
    ReadOnlyBooleanProperty severalProperty() {
        return several.getReadOnlyProperty();
    }

    /** Whether any runs. */
    public boolean any() {
        return !lines.isEmpty();
    }

    /** Stops one. */
    void stop(GatewayLine line) {
        String id = devboxId;
        if (id != null) {
            gateways.stop(id, line.port());
        }
    }

    /** Stops all. */
    public void stopAll() {
        String id = devboxId;
        if (id != null) {
            gateways.stopAll(id);
        }
    }

    /** Why a request cannot be copied as a curl command; null when it can. */
    @Nullable
    String whyNoCurl(@Nullable RequestRow row) {
        if (row == null) {
            return TEXTS.get("gateway.requests.choose");
        }
        return row.call().repeatable() ? null : TEXTS.get("gateway.requests.get-only");
    }

    /** Makes a curl command of a request; hears it, or that there is none any more. */
    void curl(RequestRow row, Consumer<@Nullable Secret> then) {
        String id = devboxId;
        if (id != null && whyNoCurl(row) == null) {
            tasks.run(() -> service.curl(id, row.call()), (Optional<Secret> found) -> then.accept(found.orElse(null)),
                    _ -> then.accept(null));
        }
    }

    private void refresh() {
        count();
        String id = devboxId;
        if (reading || id == null || lines.isEmpty()) {
            stale = reading;
            if (lines.isEmpty()) {
                requests.clear();
            }
            return;
        }
        reading = true;
        stale = false;
        tasks.run(() -> service.requests(id), calls -> take(id, calls), _ -> take(id, List.of()));
    }

    private void take(String id, List<GatewayCall> calls) {
        reading = false;
        if (id.equals(devboxId) && !lines.isEmpty()) {
            apply(calls.stream().map(call -> RequestRow.of(call, zone)).toList());
        }
        if (stale) {
            refresh();
        }
    }

    /** Keeps what did not change, so that the list keeps its place and selection. */
    private void apply(List<RequestRow> next) {
        int gone = 0;
        while (gone < requests.size() && (next.isEmpty() || !requests.get(gone).same(next.getFirst()))) {
            gone++;
        }
        requests.remove(0, gone);
        for (int i = 0; i < next.size(); i++) {
            if (i >= requests.size()) {
                requests.addAll(next.subList(i, next.size()));
                return;
            }
            if (!requests.get(i).equals(next.get(i))) {
                requests.set(i, next.get(i));
            }
        }
        requests.remove(next.size(), requests.size());
    }

    private void count() {
        String id = devboxId;
        List<GatewayLine> next = new ArrayList<>();
        for (GatewayRow row : gateways.runningProperty().get()) {
            if (row.status().devboxId().equals(id)) {
                next.add(GatewayLine.of(row, gateways.nowProperty().get()));
            }
        }
        if (!next.equals(lines)) {
            lines.setAll(next);
        }
        several.set(next.size() > 1);
    }
}
