package io.github.devboxtunnels.ui.tunnel;

import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** What can be done on the page now, for the menu bar and its shortcuts. Each says why not; null when it can. */
public final class PageVerbs {

    private static final Texts TEXTS = Texts.of(PageVerbs.class);

    private final DevboxPageViewModel model;

    /** Of the page of a model. */
    public PageVerbs(DevboxPageViewModel model) {
        this.model = model;
    }

    /** Why no tunnel can be enabled. */
    public @Nullable String enable() {
        return switch (model.card().stateProperty().get()) {
            case null -> TEXTS.get("tunnel.verb.nothing");
            case CardState.On _ -> TEXTS.get("tunnel.verb.already-on");
            case CardState.NoTunnel none when none.action() == null -> none.title();
            case CardState.NoTunnel none -> none.unavailable();
        };
    }

    /** Why no tunnel can be removed. */
    public @Nullable String remove() {
        return model.card().stateProperty().get() instanceof CardState.On on ? on.removeUnavailable() : noTunnel();
    }

    /** Why no port can be listed. */
    public @Nullable String addPort() {
        return model.devboxProperty().get() == null ? TEXTS.get("tunnel.verb.nothing") : null;
    }

    /** Why no address can be copied. */
    public @Nullable String copyAddress() {
        if (!(model.card().stateProperty().get() instanceof CardState.On)) {
            return noTunnel();
        }
        return model.ports().chosen().address() == null ? TEXTS.get("tunnel.verb.no-address") : null;
    }

    /** Why no port can be opened in the browser. */
    public @Nullable String openPort() {
        return model.card().stateProperty().get() instanceof CardState.On
                ? model.ports().chosen().whyNotOpen()
                : noTunnel();
    }

    /** Why no gateway can be stopped. */
    public @Nullable String stopGateways() {
        return model.gateways().any() ? null : TEXTS.get("tunnel.verb.no-gateway");
    }

    /** Why no token can be copied. */
    public @Nullable String copyToken() {
        if (!(model.card().stateProperty().get() instanceof CardState.On on)) {
            return noTunnel();
        }
        return on.tunnel().token() == null ? TEXTS.get("tunnel.verb.no-token") : null;
    }

    /** Why the idle timer cannot be restarted. */
    public @Nullable String resetIdleTimer() {
        HeaderState state = model.header().stateProperty().get();
        return state == null ? TEXTS.get("tunnel.verb.nothing") : state.resetUnavailable();
    }

    private String noTunnel() {
        return TEXTS.get(model.devboxProperty().get() == null ? "tunnel.verb.nothing" : "tunnel.verb.no-tunnel");
    }
}
