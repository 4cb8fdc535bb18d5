package io.github.devboxtunnels.ui.tunnel;

import java.time.ZoneId;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.service.DevboxList;
import io.github.devboxtunnels.service.EnableRequestCurl;
import io.github.devboxtunnels.service.PortBook;
import io.github.devboxtunnels.service.PortMemory;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.settings.SettingsStore;
import io.github.devboxtunnels.ui.common.LinkOpener;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.gateway.DevboxGatewaysViewModel;
import io.github.devboxtunnels.ui.gateway.GatewaysViewModel;
import io.github.devboxtunnels.ui.ports.PortsViewModel;
import org.jspecify.annotations.Nullable;

/** The page of the devbox a person looks at. One for the whole session; it is told which devbox to show. */
public final class DevboxPageViewModel implements AutoCloseable {

    private final Session session;
    private final TaskRunner tasks;
    private final VerbGuard guard;
    private final LastChoices choices;
    private final PageHeaderViewModel header;
    private final TunnelCardViewModel card;
    private final PortsViewModel ports;
    private final DevboxGatewaysViewModel gateways;
    private final AutoCloseable subscription;
    private final ReadOnlyObjectWrapper<@Nullable Devbox> devbox = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable EnableTunnelViewModel> dialog = new ReadOnlyObjectWrapper<>();
    private Consumer<PageEvent> listener = _ -> {
    };
    private @Nullable String id;
    private boolean closed;

    /**
     * Follows the devboxes of a session.
     *
     * @param memory keeps the listed ports
     * @param all the gateways of the session
     * @param zone in which times of day are shown
     */
    public DevboxPageViewModel(Session session, TaskRunner tasks, SettingsStore settings, PortMemory memory,
            LinkOpener links, GatewaysViewModel all, ZoneId zone) {
        this.session = session;
        this.tasks = tasks;
        String profile = session.connection().profile();
        guard = new VerbGuard(zone);
        choices = new LastChoices(settings, profile);
        header = new PageHeaderViewModel(session, tasks, guard, links, this::emit);
        card = new TunnelCardViewModel(session, tasks, guard, zone, this::emit);
        ports = new PortsViewModel(new PortBook(memory, profile), session.connection().addresses(), tasks, links,
                all);
        gateways = new DevboxGatewaysViewModel(all, session.gateways(), tasks, zone);
        subscription = session.devboxes().subscribe(list -> tasks.post(() -> accept(list)));
    }

    /** Shows another devbox; null for none. */
    public void show(@Nullable String other) {
        id = other;
        devbox.set(null);
        gateways.show(other);
        accept(session.devboxes().current());
    }

    /** The devbox shown; null for none, or while it is not known. */
    public ReadOnlyObjectProperty<@Nullable Devbox> devboxProperty() {
        return devbox.getReadOnlyProperty();
    }

    /** The dialog that is open; null for none. */
    ReadOnlyObjectProperty<@Nullable EnableTunnelViewModel> dialogProperty() {
        return dialog.getReadOnlyProperty();
    }

    /** The header. */
    PageHeaderViewModel header() {
        return header;
    }

    /** The tunnel card. */
    TunnelCardViewModel card() {
        return card;
    }

    /** The ports table. */
    public PortsViewModel ports() {
        return ports;
    }

    /** The gateways of the devbox, and the requests through them. */
    DevboxGatewaysViewModel gateways() {
        return gateways;
    }

    /** Who hears of what happens once. */
    void setOnEvent(Consumer<PageEvent> hears) {
        listener = hears;
    }

    /** Opens the enable dialog, if a tunnel can be enabled now. */
    public void enable() {
        Devbox shown = devbox.get();
        if (dialog.get() == null && shown != null && shown.tunnel() == null
                && card.stateProperty().get() instanceof CardState.NoTunnel none && none.action() != null
                && none.unavailable() == null) {
            dialog.set(new EnableTunnelViewModel(shown, session, tasks, guard, choices, this::enabled));
        }
    }

    /** Closes the dialog; when something had been sent, finds out what became of it. */
    void cancelEnable() {
        EnableTunnelViewModel open = dialog.get();
        if (open == null) {
            return;
        }
        dialog.set(null);
        if (open.cancel()) {
            String about = open.devbox().id();
            tasks.run(() -> session.devboxes().read(about), latest -> {
                card.enabledAfterCancel(latest);
                accept(latest);
            }, _ -> session.devboxes().refreshNow());
        }
    }

    /** The request of the dialog as a command; the key is a variable. */
    String enableAsCurl(EnableTunnelViewModel of) {
        return EnableRequestCurl.of(session.connection().origin(), of.devbox().id(), of.settings());
    }

    @Override
    public void close() {
        closed = true;
        EnableTunnelViewModel open = dialog.get();
        if (open != null) {
            open.cancel();
            dialog.set(null);
        }
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("a subscription does not end", e);
        }
    }

    private void enabled(EnableResult result) {
        dialog.set(null);
        card.enabled(result);
        ports.list(result.devbox(), result.ports());
        accept(result.devbox());
        emit(new PageEvent.TunnelOn(card.enabledText(result)));
    }

    private void accept(DevboxList list) {
        String wanted = id;
        if (closed) {
            return;
        }
        guard.update(list);
        Devbox found = wanted == null ? null : find(list, wanted);
        refresh(found == null && wanted != null ? devbox.get() : found);
    }

    private void accept(Devbox latest) {
        if (latest.id().equals(id)) {
            refresh(latest);
        }
    }

    private void refresh(@Nullable Devbox latest) {
        devbox.set(latest);
        header.update(latest);
        card.update(latest);
        ports.update(latest, guard.reason(Verb.OPEN));
        EnableTunnelViewModel open = dialog.get();
        if (open != null && latest != null && open.devbox().id().equals(latest.id())) {
            open.update(latest);
        }
    }

    private static @Nullable Devbox find(DevboxList list, String id) {
        for (Devbox each : list.devboxes()) {
            if (each.id().equals(id)) {
                return each;
            }
        }
        for (Devbox each : list.ended().loaded()) {
            if (each.id().equals(id)) {
                return each;
            }
        }
        return null;
    }

    private void emit(PageEvent event) {
        listener.accept(event);
    }
}
