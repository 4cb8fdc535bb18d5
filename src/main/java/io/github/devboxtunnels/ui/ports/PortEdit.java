package io.github.devboxtunnels.ui.ports;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.PortsInput;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** A row being written: a new one, or a listed one whose name, or port and path, change. */
public final class PortEdit {

    private static final Texts TEXTS = Texts.of(PortEdit.class);

    /** Which cells are fields. */
    public enum Cells {
        /** A new row: all of them. */
        ALL,
        /** The name. */
        NAME,
        /** Port and path. */
        PORT_AND_PATH
    }

    private final Cells cells;
    private final @Nullable ListedPort original;
    private final IntPredicate listed;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty number = new SimpleStringProperty("");
    private final StringProperty path = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper caution = new ReadOnlyStringWrapper("");

    /** Edits a listed port, or a new one when null; {@code listed} tells which numbers other rows have. */
    PortEdit(@Nullable ListedPort original, Cells cells, IntPredicate listed) {
        this.original = original;
        this.cells = cells;
        this.listed = listed;
        if (original != null) {
            name.set(original.name());
            number.set(Integer.toString(original.number()));
            path.set(original.path());
        }
        name.subscribe(_ -> error.set(""));
        path.subscribe(_ -> error.set(""));
        number.subscribe(typed -> {
            error.set("");
            caution.set(typed.strip().equals(Integer.toString(ListedPort.PLATFORM_PORT))
                    ? TEXTS.get("ports.edit.platform")
                    : "");
        });
    }

    /** Which cells are fields. */
    public Cells cells() {
        return cells;
    }

    /** The port as it was; null for a new row. */
    public @Nullable ListedPort original() {
        return original;
    }

    /** The name typed; empty means the usual one. */
    public StringProperty nameProperty() {
        return name;
    }

    /** The number typed, or an address pasted. */
    public StringProperty numberProperty() {
        return number;
    }

    /** The path typed. */
    public StringProperty pathProperty() {
        return path;
    }

    /** What is wrong with it; empty when nothing is, or nothing was checked yet. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What is odd about it, though allowed; empty when nothing is. */
    public ReadOnlyStringProperty cautionProperty() {
        return caution.getReadOnlyProperty();
    }

    /** Whether nothing was typed into a new row. */
    boolean blank() {
        return original == null && (name.get() + number.get() + path.get()).isBlank();
    }

    /** What is listed already and stands in the way. */
    Optional<Integer> duplicate() {
        return PortsInput.parse(number.get()) instanceof PortsInput.Ports(List<ListedPort> ports)
                ? ports.stream().map(ListedPort::number).filter(listed::test).findFirst()
                : Optional.empty();
    }

    /** The ports typed; null, with a complaint, when something is wrong. A new row takes several at once. */
    @Nullable
    List<ListedPort> check() {
        Optional<Integer> twice = duplicate();
        if (twice.isPresent()) {
            return complain("ports.edit.duplicate", Integer.toString(twice.get()));
        }
        return switch (PortsInput.parse(number.get())) {
            case PortsInput.Invalid(String word, boolean outOfRange) ->
                complain(outOfRange ? "ports.edit.range" : "ports.edit.invalid", word);
            case PortsInput.Ports(List<ListedPort> ports) when ports.isEmpty() -> complain("ports.edit.missing");
            case PortsInput.Ports(List<ListedPort> ports) when ports.size() > 1 ->
                original == null ? ports : complain("ports.edit.several");
            case PortsInput.Ports(List<ListedPort> ports) -> List.of(named(ports.getFirst()));
        };
    }

    private ListedPort named(ListedPort typed) {
        String slashed = path.get().strip();
        String way = slashed.isEmpty() ? typed.path() : slashed.startsWith("/") ? slashed : "/" + slashed;
        ListedPort before = original;
        boolean usualKept = before != null && before.equals(ListedPort.of(before.number(), before.path()))
                && name.get().equals(before.name());
        return name.get().isBlank() || usualKept
                ? ListedPort.of(typed.number(), way)
                : new ListedPort(name.get().strip(), typed.number(), way);
    }

    private @Nullable List<ListedPort> complain(String key, Object... arguments) {
        error.set(TEXTS.get(key, arguments));
        return null;
    }
}
