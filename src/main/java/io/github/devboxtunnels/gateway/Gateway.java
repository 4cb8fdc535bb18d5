package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.devboxtunnels.model.Devbox;
import org.jspecify.annotations.Nullable;

/** What others see of a gateway: reaches into the parts, which live on the event loop. */
final class Gateway implements RunningGateway {

    private final Core core;
    private final Tickets tickets;
    private final TicketFiles files;
    private final Guard guard;
    private final RequestLog log;
    private final Pages pages;

    Gateway(Core core, Tickets tickets, TicketFiles files, Guard guard, RequestLog log, Pages pages) {
        this.core = core;
        this.tickets = tickets;
        this.files = files;
        this.guard = guard;
        this.log = log;
        this.pages = pages;
    }

    @Override
    public String devboxId() {
        return core.devboxId();
    }

    @Override
    public int port() {
        return core.port();
    }

    @Override
    public URI origin() {
        return URI.create(core.here() + "/");
    }

    @Override
    public URI address(String path) {
        return core.address(path);
    }

    @Override
    public GatewayState state() {
        return core.state();
    }

    @Override
    public Path ticketFile(String path) throws IOException {
        return file(Map.of(Pages.PATH, address(path).toString().substring(core.here().length())));
    }

    @Override
    public Path forgetDataFile() throws IOException {
        return file(Map.of(OwnPages.FORGET, "1"));
    }

    private Path file(Map<String, String> fields) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        String ticket = tickets.issue();
        all.put(OwnPages.TICKET, ticket);
        Page page = pages.ticket(core.here() + Pages.ENTER, all);
        return files.write(ticket, PageWriter.write(page, core.here(), true).html());
    }

    @Override
    public boolean localPrograms() {
        return guard.localPrograms();
    }

    @Override
    public void setLocalPrograms(boolean on) {
        guard.setLocalPrograms(on);
    }

    @Override
    public void update(@Nullable Devbox devbox) {
        core.execute(() -> core.learned(devbox));
    }

    @Override
    public List<GatewayRequest> requests() {
        return log.look();
    }

    @Override
    public Optional<String> curl(GatewayRequest request) {
        return log.curl(request.number(), core.target());
    }

    @Override
    public GatewayActivity activity() {
        return log.activity();
    }

    @Override
    public void stop() {
        core.stop();
    }

    @Override
    public String toString() {
        return "gateway to port " + port() + " of " + devboxId();
    }
}
