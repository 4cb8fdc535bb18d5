package io.github.devboxtunnels.ui.tunnel;

import java.util.List;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.PortsInput;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The field "Ports to list": complains on {@link #check()} only, and takes the complaint back while it is edited. */
public final class PortsField {

    private static final Texts TEXTS = Texts.of(PortsField.class);

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    PortsField() {
        text.subscribe(typed -> {
            error.set("");
            hint.set(TEXTS.get(namesPlatformPort(typed) ? "tunnel.enable.ports.platform" : "tunnel.enable.ports.hint"));
        });
    }

    /** As typed. */
    public StringProperty textProperty() {
        return text;
    }

    /** What the field takes. */
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** What is wrong with it; empty when nothing is. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** The ports typed; null, with a complaint, when a word names none. */
    @Nullable
    List<ListedPort> check() {
        return switch (PortsInput.parse(text.get())) {
            case PortsInput.Ports(List<ListedPort> ports) -> ports;
            case PortsInput.Invalid(String word, boolean outOfRange) -> {
                error.set(TEXTS.get(outOfRange ? "tunnel.enable.ports.range" : "tunnel.enable.ports.invalid", word));
                yield null;
            }
        };
    }

    private static boolean namesPlatformPort(String typed) {
        return PortsInput.parse(typed) instanceof PortsInput.Ports(List<ListedPort> ports)
                && ports.stream().anyMatch(port -> port.number() == ListedPort.PLATFORM_PORT);
    }
}
