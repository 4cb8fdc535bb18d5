package io.github.devboxtunnels.ui.ports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.service.PortBook;
import io.github.devboxtunnels.service.Snippet;
import io.github.devboxtunnels.ui.common.LinkOpener;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import io.github.devboxtunnels.ui.gateway.GatewaysViewModel;
import org.jspecify.annotations.Nullable;

/** The ports a person listed for the devbox shown. Local bookkeeping: nothing here goes to a tunnel by itself. */
public final class PortsViewModel {

    private static final Texts TEXTS = Texts.of(PortsViewModel.class);

    private final PortBook book;
    private final AddressTemplate template;
    private final TaskRunner tasks;
    private final LinkOpener links;
    private final PortGateways gateways;
    private final ChosenPort chosen = new ChosenPort(this);
    private final ObservableList<PortRow> rows = FXCollections.observableArrayList();
    private final ObservableList<PortRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final ObjectProperty<@Nullable ListedPort> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable PortEdit> edit = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper remembered = new ReadOnlyStringWrapper("");
    private Consumer<PortsEvent> listener = _ -> {
    };
    private @Nullable Devbox devbox;
    private @Nullable String openUnavailable;
    private boolean headerMentioned;

    /** Ports come from the book of a profile; addresses are made by the template. */
    public PortsViewModel(PortBook book, AddressTemplate template, TaskRunner tasks, LinkOpener links,
            GatewaysViewModel gateways) {
        this.book = book;
        this.template = template;
        this.tasks = tasks;
        this.links = links;
        this.gateways = new PortGateways(gateways, () -> devbox);
        gateways.runningProperty().subscribe(_ -> show(listed()));
    }

    /** The rows in the order listed. */
    ObservableList<PortRow> rows() {
        return shown;
    }

    /** The row that has, or had, the focus; null for none. */
    ObjectProperty<@Nullable ListedPort> selectedProperty() {
        return selected;
    }

    /** The row being written; null for none. */
    ReadOnlyObjectProperty<@Nullable PortEdit> editProperty() {
        return edit.getReadOnlyProperty();
    }

    /** Where the rows were remembered from; empty when a person listed them for this devbox. */
    ReadOnlyStringProperty rememberedProperty() {
        return remembered.getReadOnlyProperty();
    }

    /** Who hears of what happens once. */
    void setOnEvent(Consumer<PortsEvent> hears) {
        listener = hears;
    }

    /** Ports that services usually listen on, for an empty list. */
    List<ListedPort> suggestions() {
        return List.of(ListedPort.of(3000, "/"), ListedPort.of(5173, "/"), ListedPort.of(8080, "/"),
                ListedPort.of(8888, "/"));
    }

    /** The port that verbs and snippets outside the table are about. */
    public ChosenPort chosen() {
        return chosen;
    }

    /**
     * Another devbox, or news of the same.
     *
     * @param reason why addresses cannot be opened now; null when they can
     */
    public void update(@Nullable Devbox latest, @Nullable String reason) {
        Devbox before = devbox;
        devbox = latest;
        openUnavailable = reason;
        if (latest == null) {
            edit.set(null);
            remembered.set("");
            rows.clear();
        } else if (before == null || !before.id().equals(latest.id())) {
            edit.set(null);
            selected.set(null);
            recall(latest);
        } else {
            show(listed());
        }
    }

    /** Lists ports typed elsewhere, those listed already as they are. */
    public void list(Devbox of, List<ListedPort> ports) {
        Devbox now = devbox;
        if (ports.isEmpty()) {
            return;
        }
        List<ListedPort> all = new ArrayList<>(now != null && now.id().equals(of.id())
                ? listed()
                : book.recall(of).ports());
        ports.stream().filter(port -> all.stream().noneMatch(each -> each.number() == port.number()))
                .forEach(all::add);
        book.remember(of, all);
        if (now != null && now.id().equals(of.id())) {
            remembered.set("");
            show(all);
        }
    }

    /** Begins a new row. */
    void add() {
        if (devbox != null) {
            edit.set(new PortEdit(null, PortEdit.Cells.ALL, number -> indexOf(number) >= 0));
        }
    }

    /** Lists a suggestion. */
    void add(ListedPort suggestion) {
        Devbox now = devbox;
        if (now != null) {
            list(now, List.of(suggestion));
            listener.accept(new PortsEvent.Focus(suggestion.number()));
        }
    }

    /** Begins to rename a row, or to change its port and path. */
    void edit(PortRow row, PortEdit.Cells cells) {
        edit.set(new PortEdit(row.port(), cells,
                number -> number != row.port().number() && indexOf(number) >= 0));
    }

    /** Takes over what was written and goes to its row; a complaint keeps it open. */
    void commit() {
        PortEdit writing = edit.get();
        ListedPort first = writing == null ? null : take(writing);
        if (first != null) {
            listener.accept(new PortsEvent.Focus(first.number()));
        }
    }

    /** Takes over what was written; the first port of it, or null after a complaint. */
    private @Nullable ListedPort take(PortEdit writing) {
        List<ListedPort> typed = writing.check();
        if (typed == null) {
            writing.duplicate().ifPresent(number -> listener.accept(new PortsEvent.Flash(number)));
            return null;
        }
        ListedPort original = writing.original();
        List<ListedPort> all = listed();
        if (original == null) {
            all.addAll(typed);
        } else {
            all.set(indexOf(original.number()), typed.getFirst());
        }
        edit.set(null);
        keep(all);
        return typed.getFirst();
    }

    /** The focus went elsewhere and stays there: what was written is kept when right, dropped when nothing was typed. */
    void leave() {
        PortEdit writing = edit.get();
        if (writing != null && writing.blank()) {
            edit.set(null);
        } else if (writing != null) {
            take(writing);
        }
    }

    /** Drops what was written. */
    void cancel() {
        PortEdit writing = edit.get();
        if (writing != null) {
            edit.set(null);
            ListedPort original = writing.original();
            listener.accept(original == null ? new PortsEvent.FocusAdd() : new PortsEvent.Focus(original.number()));
        }
    }

    /** Takes a row off the list; {@link #undo} brings it back. */
    void remove(PortRow row) {
        Devbox now = devbox;
        int index = indexOf(row.port().number());
        if (now == null || index < 0) {
            return;
        }
        List<ListedPort> all = listed();
        all.remove(index);
        keep(all);
        if (!all.isEmpty()) {
            listener.accept(new PortsEvent.Focus(all.get(Math.min(index, all.size() - 1)).number()));
        }
        listener.accept(new PortsEvent.Removed(
                TEXTS.get("ports.removed", row.port().label()),
                new RemovedPort(now, index, row.port())));
    }

    /** Brings back a row where it was, on the list of its devbox whichever is shown by now. */
    void undo(RemovedPort back) {
        boolean shown = shows(back.of().id());
        List<ListedPort> all = shown ? listed() : new ArrayList<>(book.recall(back.of()).ports());
        if (all.stream().anyMatch(port -> port.number() == back.port().number())) {
            return;
        }
        all.add(Math.min(back.index(), all.size()), back.port());
        if (shown) {
            keep(all);
            listener.accept(new PortsEvent.Focus(back.port().number()));
        } else {
            book.remember(back.of(), all);
            listener.accept(new PortsEvent.Said(TEXTS.get("ports.undone", back.port().label(), back.of().label())));
        }
    }

    /** Whether this devbox is shown. */
    boolean shows(String devboxId) {
        Devbox now = devbox;
        return now != null && now.id().equals(devboxId);
    }

    /** Opens an address in the browser, if a browser can get in now. */
    void open(PortRow row) {
        Devbox now = devbox;
        if (now == null || row.open() == null || row.open().unavailable() != null
                || !(row.address() instanceof PortAddress.Known known)) {
            return;
        }
        String id = now.id();
        if (row.open().gateway()) {
            gateways.open(row, null);
        } else {
            Runnable failed = () -> listener.accept(new PortsEvent.NotOpened(id, row));
            tasks.run(() -> links.open(known.uri()), opened -> {
                if (!opened) {
                    failed.run();
                }
            }, _ -> failed.run());
        }
    }

    /** Opens a private port of this devbox, whichever is shown by now. */
    void open(String devboxId, PortRow row) {
        if (shows(devboxId)) {
            open(rows.stream().filter(each -> each.port().number() == row.port().number()).findFirst().orElse(row));
        } else {
            gateways.open(devboxId, row.port());
        }
    }

    /** What can be done with the gateways of the rows. */
    PortGateways gateways() {
        return gateways;
    }

    /** Asks for the requests to be shown. */
    void showRequests() {
        listener.accept(new PortsEvent.ShowRequests());
    }

    /** An address was copied; the first one of an authenticated tunnel is worth a word. */
    void copied(PortRow row) {
        Devbox now = devbox;
        Tunnel tunnel = now == null ? null : now.tunnel();
        if (now != null && tunnel != null && !tunnel.open() && tunnel.token() != null && !headerMentioned) {
            headerMentioned = true;
            listener.accept(new PortsEvent.NeedsHeader(now.id(), row));
        }
    }

    /** A curl command for a row; null when it has no address or no call can succeed. */
    @Nullable
    Secret curl(PortRow row) {
        return snippet(Snippet.CURL, row.address());
    }

    private @Nullable Secret snippet(Snippet kind, PortAddress address) {
        Devbox now = devbox;
        Tunnel tunnel = now == null ? null : now.tunnel();
        return tunnel != null && address instanceof PortAddress.Known known
                && Snippet.offered(tunnel).contains(kind) ? kind.text(known.uri(), tunnel) : null;
    }

    private void recall(Devbox latest) {
        PortBook.Recalled recalled = book.recall(latest);
        boolean blueprint = recalled.source() == PortBook.Source.BLUEPRINT && !recalled.ports().isEmpty();
        String of = latest.blueprint();
        remembered.set(blueprint && of != null ? TEXTS.get("ports.remembered", of) : "");
        show(recalled.ports());
    }

    private void keep(List<ListedPort> all) {
        Devbox now = devbox;
        if (now != null) {
            book.remember(now, all);
            remembered.set("");
            show(all);
        }
    }

    private void show(List<ListedPort> all) {
        Devbox now = devbox;
        List<PortRow> latest = now == null
                ? List.of()
                : all.stream().map(port -> PortRow.of(port, now, template, openUnavailable,
                        PortRow.Gateway.of(gateways.of(port.number())))).toList();
        if (!latest.equals(rows)) {
            rows.setAll(latest);
        }
        if (latest.stream().map(PortRow::open).anyMatch(how -> how != null && how.gateway())) {
            // Found in the background, so that the menu has them when it opens.
            gateways.browsers();
        }
    }

    private List<ListedPort> listed() {
        return new ArrayList<>(rows.stream().map(PortRow::port).toList());
    }

    private int indexOf(int number) {
        return rows.stream().map(row -> row.port().number()).toList().indexOf(number);
    }
}
