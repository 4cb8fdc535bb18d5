package io.github.devboxtunnels.gateway.process;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.github.devboxtunnels.gateway.GatewayActivity;
import io.github.devboxtunnels.gateway.GatewayOptions;
import io.github.devboxtunnels.gateway.GatewayState;
import io.github.devboxtunnels.gateway.GatewayState.StopReason;
import io.github.devboxtunnels.model.Devbox;
import org.jspecify.annotations.Nullable;

/** Takes what the process of the gateways tells to the gateway it is about. */
final class TakenReports implements Reports {

    private final GatewayOptions options;
    private final Map<Long, RemoteGateway> gateways;

    TakenReports(GatewayOptions options, Map<Long, RemoteGateway> gateways) {
        this.options = options;
        this.gateways = gateways;
    }

    @Override
    public @Nullable Integer lastNumber(String hostName) {
        OptionalInt last = options.numbers().last(hostName);
        return last.isPresent() ? last.getAsInt() : null;
    }

    @Override
    public void rememberNumber(String hostName, int port) {
        options.numbers().remember(hostName, port);
    }

    @Override
    public CompletionStage<@Nullable Devbox> read(String devboxId) {
        return options.reader().read(devboxId);
    }

    @Override
    public void started(long gateway, URI origin) {
        to(gateway, each -> each.started(origin));
    }

    @Override
    public void running(long gateway) {
        to(gateway, each -> each.became(new GatewayState.Running()));
    }

    @Override
    public void tokenRefused(long gateway) {
        to(gateway, each -> each.became(new GatewayState.TokenRefused()));
    }

    @Override
    public void stopped(long gateway, StopReason reason) {
        RemoteGateway over = gateways.remove(gateway);
        if (over != null) {
            over.stopped(reason);
        }
    }

    @Override
    public void tunnelReplaced(long gateway) {
        to(gateway, RemoteGateway::tunnelReplaced);
    }

    @Override
    public void activity(long gateway, GatewayActivity activity) {
        to(gateway, each -> each.activity(activity));
    }

    @Override
    public void browserAsks(long gateway, long question, String number, Instant askedAt) {
        to(gateway, each -> each.browserAsks(question, number, askedAt));
    }

    @Override
    public void questionClosed(long question) {
        gateways.values().forEach(each -> each.questionClosed(question));
    }

    private void to(long gateway, Consumer<RemoteGateway> news) {
        RemoteGateway known = gateways.get(gateway);
        if (known != null) {
            news.accept(known);
        }
    }
}
