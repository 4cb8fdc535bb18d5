package io.github.devboxtunnels.service;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.github.devboxtunnels.gateway.BrowserQuestion;
import io.github.devboxtunnels.gateway.GatewayListener;
import io.github.devboxtunnels.gateway.GatewayState;
import io.github.devboxtunnels.gateway.GatewayState.StopReason;
import io.github.devboxtunnels.gateway.RunningGateway;
import io.github.devboxtunnels.service.GatewayService.Listener;

/** Passes on what gateways tell, in the words of the services. */
final class GatewayRelay implements GatewayListener {

    private final RunningGateways live;
    private final List<Listener> listeners;
    private final Map<BrowserQuestion, GatewayQuestion> questions = new ConcurrentHashMap<>();

    GatewayRelay(RunningGateways live, List<Listener> listeners) {
        this.live = live;
        this.listeners = listeners;
    }

    /** Something about those that run has changed. */
    void changed() {
        listeners.forEach(Listener::changed);
    }

    @Override
    public void stateChanged(RunningGateway gateway, GatewayState state) {
        switch (state) {
            case GatewayState.Running _ -> {
            }
            case GatewayState.TokenRefused _ -> tell(new GatewayEvent.Refused(gateway.devboxId(), gateway.port()));
            case GatewayState.Stopped(StopReason reason) -> {
                live.remove(gateway);
                ended(gateway, reason);
            }
        }
        changed();
    }

    @Override
    public void tunnelReplaced(RunningGateway gateway) {
        tell(new GatewayEvent.Replaced(gateway.devboxId(), gateway.port()));
        changed();
    }

    @Override
    public void activityChanged(RunningGateway gateway) {
        changed();
    }

    @Override
    public void browserAsks(RunningGateway gateway, BrowserQuestion question) {
        GatewayQuestion asked = questions.computeIfAbsent(question, GatewayQuestion::new);
        tell(new GatewayEvent.Asked(gateway.devboxId(), gateway.port(), asked));
    }

    @Override
    public void questionClosed(RunningGateway gateway, BrowserQuestion question) {
        GatewayQuestion closed = questions.remove(question);
        if (closed != null) {
            tell(new GatewayEvent.Closed(gateway.devboxId(), gateway.port(), closed));
        }
    }

    private void ended(RunningGateway gateway, StopReason reason) {
        Function<GatewayEvent.End, GatewayEvent> ended = why -> new GatewayEvent.Ended(gateway.devboxId(),
                gateway.port(), why);
        switch (reason) {
            case ASKED -> {
            }
            case TUNNEL_GONE -> tell(ended.apply(GatewayEvent.End.TUNNEL_GONE));
            case NO_TOKEN -> tell(ended.apply(GatewayEvent.End.NO_TOKEN));
            case DEVBOX_GONE -> tell(ended.apply(GatewayEvent.End.DEVBOX_GONE));
            case BROKEN -> tell(ended.apply(GatewayEvent.End.BROKEN));
        }
    }

    private void tell(GatewayEvent event) {
        listeners.forEach(listener -> listener.happened(event));
    }
}
