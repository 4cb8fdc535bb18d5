package io.github.devboxtunnels.gateway.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

import io.github.devboxtunnels.gateway.BrowserQuestion;
import io.github.devboxtunnels.gateway.GatewayOptions;
import io.github.devboxtunnels.gateway.GatewayRequest;
import io.github.devboxtunnels.gateway.GatewayTarget;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.gateway.PortNumbers;
import io.github.devboxtunnels.gateway.RunningGateway;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/** Carries out the commands of the window with gateways of this process. */
final class ServedGateways implements Commands, PortNumbers, AutoCloseable {

    private final Reports reports;
    private final Timeline timeline;
    private final Map<Long, RunningGateway> running = new ConcurrentHashMap<>();
    private final AskedQuestions questions = new AskedQuestions();
    private @Nullable Gateways gateways;

    ServedGateways(Reports reports, Timeline timeline) {
        this.reports = reports;
        this.timeline = timeline;
    }

    @Override
    public void begin(String ticketFolder, Secret installation) {
        gateways = Gateways.of(
                new GatewayOptions(timeline, Path.of(ticketFolder), installation, this, reports::read, null));
    }

    @Override
    public void start(long gateway, Devbox devbox, int port, AddressTemplate addresses) throws IOException {
        Gateways here = gateways;
        if (here == null) {
            throw new IllegalStateException("begin comes first");
        }
        RunningGateway started = here.start(new GatewayTarget(devbox, port, addresses),
                new ReportingListener(gateway, reports, questions, () -> running.remove(gateway)));
        running.put(gateway, started);
        reports.started(gateway, started.origin());
    }

    @Override
    public void update(long gateway, @Nullable Devbox devbox) {
        RunningGateway known = running.get(gateway);
        if (known != null) {
            known.update(devbox);
        }
    }

    @Override
    public String ticketFile(long gateway, String path) throws IOException {
        return known(gateway).ticketFile(path).toString();
    }

    @Override
    public String forgetDataFile(long gateway) throws IOException {
        return known(gateway).forgetDataFile().toString();
    }

    @Override
    public void setLocalPrograms(long gateway, boolean on) throws IOException {
        known(gateway).setLocalPrograms(on);
    }

    @Override
    public List<GatewayRequest> requests(long gateway) throws IOException {
        return known(gateway).requests();
    }

    @Override
    public @Nullable String curl(long gateway, long request) throws IOException {
        RunningGateway known = known(gateway);
        return known.requests().stream().filter(each -> each.number() == request).findFirst().flatMap(known::curl)
                .orElse(null);
    }

    @Override
    public void decide(long question, boolean approve) {
        BrowserQuestion asked = questions.find(question);
        if (asked == null) {
            return;
        }
        if (approve) {
            asked.approve();
        } else {
            asked.deny();
        }
    }

    @Override
    public void stop(long gateway) {
        RunningGateway known = running.get(gateway);
        if (known != null) {
            known.stop();
        }
    }

    @Override
    public OptionalInt last(String hostName) {
        try {
            Integer number = reports.lastNumber(hostName);
            return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    @Override
    public void remember(String hostName, int port) {
        reports.rememberNumber(hostName, port);
    }

    @Override
    public void close() {
        Gateways here = gateways;
        if (here != null) {
            here.close();
        }
    }

    private RunningGateway known(long gateway) throws IOException {
        RunningGateway known = running.get(gateway);
        if (known == null) {
            throw new IOException("the gateway has stopped");
        }
        return known;
    }
}
