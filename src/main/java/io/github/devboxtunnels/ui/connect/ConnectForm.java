package io.github.devboxtunnels.ui.connect;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** What is typed on the Connect card. The key is in its field and nowhere else; it becomes a secret when it is used. */
public final class ConnectForm {

    private static final Texts TEXTS = Texts.of(ConnectForm.class);

    private final StringProperty key = new SimpleStringProperty("");
    private final StringProperty baseUrl = new SimpleStringProperty(ApiOrigin.RUNLOOP.url().toString());
    private final StringProperty domain = new SimpleStringProperty("");
    private final BooleanProperty advanced = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper baseUrlTrouble = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper domainTrouble = new ReadOnlyStringWrapper();
    private final ObjectBinding<@Nullable ApiOrigin> origin = Bindings.createObjectBinding(this::readOrigin, baseUrl);

    ConnectForm() {
        baseUrl.addListener((property, was, is) -> baseUrlTrouble.set(null));
        domain.addListener((property, was, is) -> domainTrouble.set(null));
    }

    /** As typed. */
    public StringProperty keyProperty() {
        return key;
    }

    /** As typed. */
    public StringProperty baseUrlProperty() {
        return baseUrl;
    }

    /** As typed; blank means that it follows from the base URL. */
    public StringProperty domainProperty() {
        return domain;
    }

    /** Whether base URL and tunnel domain are shown. */
    public BooleanProperty advancedProperty() {
        return advanced;
    }

    /** Why the base URL cannot be used; null while it can. */
    public ReadOnlyStringProperty baseUrlTroubleProperty() {
        return baseUrlTrouble.getReadOnlyProperty();
    }

    /** Why the tunnel domain cannot be used; null while it can. */
    public ReadOnlyStringProperty domainTroubleProperty() {
        return domainTrouble.getReadOnlyProperty();
    }

    /** Where the base URL leads; null while it is none. */
    public ObjectBinding<@Nullable ApiOrigin> originBinding() {
        return origin;
    }

    /** The tunnel domain that follows from the base URL; blank while that is none. */
    public String derivedDomain() {
        ApiOrigin to = origin.get();
        return to == null ? "" : AddressTemplate.derive(to).domain();
    }

    /** Shows where a connection leads, so that only a key is missing. */
    void fill(Connection connection) {
        baseUrl.set(connection.origin().url().toString());
        boolean derived = AddressTemplate.derive(connection.origin()).equals(connection.addresses());
        domain.set(derived ? "" : connection.addresses().toString());
        advanced.set(advanced.get() || !derived || !connection.origin().equals(ApiOrigin.RUNLOOP));
    }

    /** Whether the text in the key field can travel in a header. */
    boolean keyPossible() {
        String text = key.get().strip();
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** What was typed as a connection; null when something cannot be used, which is then said beside it. */
    @Nullable
    Connection read() {
        ApiOrigin to;
        try {
            to = ApiOrigin.parse(baseUrl.get());
        } catch (IllegalArgumentException e) {
            advanced.set(true);
            baseUrlTrouble.set(TEXTS.get("connect.base-url.trouble"));
            return null;
        }
        AddressTemplate addresses;
        try {
            addresses = domain.get().isBlank() ? AddressTemplate.derive(to) : AddressTemplate.parse(domain.get());
        } catch (IllegalArgumentException e) {
            advanced.set(true);
            domainTrouble.set(TEXTS.get("connect.domain.trouble"));
            return null;
        }
        return new Connection(Connection.Kind.ENTERED, to, addresses, Secret.of(key.get().strip()));
    }

    private @Nullable ApiOrigin readOrigin() {
        try {
            return ApiOrigin.parse(baseUrl.get());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
