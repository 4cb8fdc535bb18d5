package io.github.devboxtunnels.ui.ports;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus.Kind;
import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.github.devboxtunnels.model.TunnelSettings;
import io.github.devboxtunnels.service.PortBook;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeGateways;
import io.github.devboxtunnels.testing.FakePages;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.ImmediateTaskRunner;
import io.github.devboxtunnels.testing.MemoryPorts;
import io.github.devboxtunnels.testing.Sessions;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.gateway.GatewaysViewModel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortsViewModelTest {

    private final PortBook book = new PortBook(new MemoryPorts(), "acme");
    private final List<URI> opened = new ArrayList<>();
    private final List<PortsEvent> events = new ArrayList<>();
    private boolean browser = true;
    private final SimulatedTimeline timeline = new SimulatedTimeline();
    private final FakeRunloopApi api = new FakeRunloopApi(timeline);
    private final FakeGateways gateways = new FakeGateways();
    private final FakePages pages = new FakePages();
    private final TaskRunner tasks = new ImmediateTaskRunner(timeline);
    private final GatewaysViewModel gatewayModel = new GatewaysViewModel(Sessions.of(api, timeline, gateways), tasks,
            pages);
    private final PortsViewModel ports = ports();

    private PortsViewModel ports() {
        PortsViewModel made = new PortsViewModel(book, new AddressTemplate("https", "tunnel.runloop.ai"),
                tasks, address -> {
                    opened.add(address);
                    return browser;
                }, gatewayModel);
        made.setOnEvent(events::add);
        return made;
    }

    private Devbox show(Devboxes devbox, ListedPort... listed) {
        Devbox built = devbox.build();
        if (listed.length > 0) {
            book.remember(built, List.of(listed));
        }
        api.put(built);
        ports.update(built, null);
        return built;
    }

    private static ListedPort web() {
        return ListedPort.of(3000, "/");
    }

    private static ListedPort jupyter() {
        return ListedPort.of(8888, "/lab");
    }

    private List<ListedPort> listed() {
        return ports.rows().stream().map(PortRow::port).toList();
    }

    @Test
    void withoutATunnelThereIsNoAddress() {
        show(Devboxes.running("a"), web());
        assertThat(ports.rows().getFirst().whyNot()).isEqualTo("Gets an address when the tunnel is on");
        assertThat(ports.rows().getFirst().open()).isNull();
        assertThat(ports.curl(ports.rows().getFirst())).isNull();
        assertThat(ports.chosen().address()).isNull();
    }

    @Test
    void anAddressIsMadeOfPortKeyDomainAndPath() {
        Devbox devbox = show(Devboxes.running("a").authenticated(), jupyter());
        var address = (PortAddress.Known) ports.rows().getFirst().address();
        assertThat(address.uri()).hasToString(
                "https://8888-" + devbox.tunnel().key().reveal() + ".tunnel.runloop.ai/lab");
        assertThat(address.toString()).doesNotContain(devbox.tunnel().key().reveal());
        assertThat(ports.rows().toString()).doesNotContain(devbox.tunnel().key().reveal());
    }

    @Test
    void aKeyThatFitsNoHostNameSaysSo() {
        show(Devboxes.running("a").tunnel(new Tunnel(Secret.of("k".repeat(62)), AuthMode.OPEN, null,
                SimulatedTimeline.START, true, false)), web());
        assertThat(ports.rows().getFirst().whyNot()).isEqualTo("The key of this tunnel does not fit into a host name");
        assertThat(ports.rows().getFirst().open()).isNull();
    }

    @Test
    void anUnderscoreIsOddButWorks() {
        show(Devboxes.running("a").tunnel(new Tunnel(Secret.of("a_b"), AuthMode.OPEN, null,
                SimulatedTimeline.START, true, false)), web());
        var address = (PortAddress.Known) ports.rows().getFirst().address();
        assertThat(address.caution()).contains("underscore");
        assertThat(ports.curl(ports.rows().getFirst()).reveal()).contains("3000-a_b.tunnel.runloop.ai");
    }

    @Test
    void anOpenTunnelOpensAtItsOwnAddress() {
        show(Devboxes.running("b").open(), web());
        ports.open(ports.rows().getFirst());
        assertThat(opened).hasSize(1);
        browser = false;
        ports.open(ports.rows().getFirst());
        assertThat(events).last().isEqualTo(new PortsEvent.NotOpened("dbx_b", ports.rows().getFirst()));
    }

    @Test
    void anAuthenticatedPortOpensThroughItsGateway() {
        show(Devboxes.running("a").authenticated(), web(), jupyter());
        ports.open(ports.rows().getLast());
        assertThat(pages.opened()).containsExactly("open-8888-1-lab.html");
        assertThat(opened).isEmpty();
        assertThat(ports.rows().getLast().gateway()).isNotNull();
        assertThat(ports.rows().getFirst().gateway()).isNull();
        ports.gateways().open(ports.rows().getFirst(), ports.gateways().browsers().getFirst());
        assertThat(pages.opened()).last().asString().startsWith("open-3000").endsWith("in Firefox");
        ports.gateways().stop(ports.rows().getLast());
        assertThat(ports.rows().getLast().gateway()).isNull();
        assertThat(ports.rows().getFirst().gateway()).isNotNull();
    }

    @Test
    void anAuthenticatedTunnelWithoutATokenDoesNotOpen() {
        Tunnel whole = Devboxes.tunnelOf("x", new TunnelSettings(AuthMode.AUTHENTICATED, true, false),
                SimulatedTimeline.START);
        show(Devboxes.running("a").tunnel(new Tunnel(whole.key(), whole.authMode(), null, whole.createdAt(), true,
                false)), web());
        assertThat(ports.rows().getFirst().open()).isNull();
        assertThat(ports.chosen().whyNotOpen()).isEqualTo("Runloop sent no token for this tunnel.");
    }

    @Test
    void aSleepingPrivateDevboxSaysThatOpeningWakesIt() {
        show(Devboxes.suspended("a").tunnel(new TunnelSettings(AuthMode.AUTHENTICATED, true, true)), web());
        assertThat(ports.rows().getFirst().open()).isEqualTo(new PortRow.Open(true, null, true));
        assertThat(gateways.started()).as("nothing starts before the click").isEmpty();
        show(Devboxes.suspended("b").authenticated(), web());
        ports.open(ports.rows().getFirst());
        assertThat(ports.rows().getFirst().open().unavailable()).contains("a visit does not wake it");
        assertThat(gateways.started()).isEmpty();
    }

    @Test
    void theSwitchForLocalProgramsIsOffAtEveryStart() {
        show(Devboxes.running("a").authenticated(), web());
        ports.gateways().toggleLocalPrograms(ports.rows().getFirst());
        assertThat(ports.rows().getFirst().gateway().localPrograms()).isTrue();
        ports.gateways().toggleLocalPrograms(ports.rows().getFirst());
        assertThat(ports.rows().getFirst().gateway().localPrograms()).isFalse();
        ports.gateways().toggleLocalPrograms(ports.rows().getFirst());
        ports.gateways().stop(ports.rows().getFirst());
        ports.open(ports.rows().getFirst());
        assertThat(ports.rows().getFirst().gateway().localPrograms()).isFalse();
    }

    @Test
    void aSleepingDevboxOpensOnlyWhenAVisitWakesIt() {
        show(Devboxes.suspended("a").tunnel(new TunnelSettings(AuthMode.OPEN, true, true)), web());
        assertThat(ports.rows().getFirst().open()).isEqualTo(new PortRow.Open(true, null, false));
        assertThat(ports.rows().getFirst().asleep()).isTrue();
        show(Devboxes.suspended("b").open(), web());
        assertThat(ports.rows().getFirst().open().unavailable()).contains("a visit does not wake it");
        ports.open(ports.rows().getFirst());
        assertThat(opened).isEmpty();
        show(Devboxes.named("c", Kind.RESUMING).open(), web());
        assertThat(ports.rows().getFirst().open().unavailable()).isEqualTo("The devbox does not run yet.");
        show(Devboxes.named("d", Kind.SUSPENDING).open(), web());
        assertThat(ports.rows().getFirst().open().unavailable()).isEqualTo("The devbox is being suspended.");
    }

    @Test
    void offlineNothingOpensButCopyingWorks() {
        Devbox devbox = Devboxes.running("a").open().build();
        book.remember(devbox, List.of(web()));
        ports.update(devbox, "Offline since 14:32. Opening needs the connection.");
        assertThat(ports.rows().getFirst().open().unavailable()).startsWith("Offline");
        assertThat(ports.rows().getFirst().copyable()).isTrue();
    }

    @Test
    void portsAreRememberedByBlueprint() {
        show(Devboxes.running("agent-42").blueprint("py-agent"), web());
        show(Devboxes.running("agent-43").blueprint("py-agent"));
        assertThat(listed()).containsExactly(web());
        assertThat(ports.rememberedProperty().get())
                .isEqualTo("Remembered from earlier devboxes of blueprint py-agent.");
        ports.add(jupyter());
        assertThat(ports.rememberedProperty().get()).isEmpty();
        assertThat(book.recall(Devboxes.running("agent-44").blueprint("py-agent").build()).ports())
                .containsExactly(web(), jupyter());
    }

    @Test
    void addsARow() {
        show(Devboxes.running("a"), web());
        ports.add();
        ports.editProperty().get().numberProperty().set("http://localhost:8080/health");
        ports.commit();
        assertThat(listed()).containsExactly(web(), ListedPort.of(8080, "/health"));
        assertThat(ports.editProperty().get()).isNull();
        assertThat(events).last().isEqualTo(new PortsEvent.Focus(8080));
    }

    @Test
    void addsSeveralAtOnce() {
        show(Devboxes.running("a"));
        ports.add();
        ports.editProperty().get().numberProperty().set("3000, 8888");
        ports.commit();
        assertThat(listed()).extracting(ListedPort::number).containsExactly(3000, 8888);
    }

    @Test
    void whatIsWrongIsSaidAndStays() {
        show(Devboxes.running("a"), web());
        ports.add();
        PortEdit edit = ports.editProperty().get();
        ports.commit();
        assertThat(edit.errorProperty().get()).isEqualTo("A port is a number from 1 to 65535.");
        edit.numberProperty().set("web");
        ports.commit();
        assertThat(edit.errorProperty().get()).isEqualTo("“web” names no port. Use a number from 1 to 65535.");
        edit.numberProperty().set("65536");
        ports.leave();
        assertThat(edit.errorProperty().get()).isEqualTo("65536 is no port. Ports go from 1 to 65535.");
        edit.numberProperty().set("3000");
        assertThat(edit.errorProperty().get()).isEmpty();
        ports.commit();
        assertThat(edit.errorProperty().get()).isEqualTo("3000 is already listed");
        assertThat(events).last().isEqualTo(new PortsEvent.Flash(3000));
        assertThat(ports.editProperty().get()).isSameAs(edit);
    }

    @Test
    void thePlatformsOwnPortIsAllowedWithAWarning() {
        show(Devboxes.running("a"));
        ports.add();
        ports.editProperty().get().numberProperty().set("13");
        assertThat(ports.editProperty().get().cautionProperty().get()).contains("own terminal service");
        ports.commit();
        assertThat(listed()).extracting(ListedPort::number).containsExactly(13);
    }

    @Test
    void leavingAnUntouchedNewRowDropsIt() {
        show(Devboxes.running("a"));
        ports.add();
        ports.leave();
        assertThat(ports.editProperty().get()).isNull();
        assertThat(listed()).isEmpty();
    }

    @Test
    void renamesAndMoves() {
        show(Devboxes.running("a"), web(), jupyter());
        ports.edit(ports.rows().getFirst(), PortEdit.Cells.NAME);
        ports.editProperty().get().nameProperty().set("Shop");
        ports.commit();
        assertThat(listed()).containsExactly(new ListedPort("Shop", 3000, "/"), jupyter());
        ports.edit(ports.rows().getFirst(), PortEdit.Cells.PORT_AND_PATH);
        ports.editProperty().get().numberProperty().set("3001");
        ports.editProperty().get().pathProperty().set("admin");
        ports.leave();
        assertThat(listed()).containsExactly(new ListedPort("Shop", 3001, "/admin"), jupyter());
    }

    @Test
    void aUsualNameFollowsTheNumber() {
        show(Devboxes.running("a"), web());
        ports.edit(ports.rows().getFirst(), PortEdit.Cells.PORT_AND_PATH);
        ports.editProperty().get().numberProperty().set("8080");
        ports.commit();
        assertThat(listed()).containsExactly(ListedPort.of(8080, "/"));
    }

    @Test
    void escapeRestores() {
        show(Devboxes.running("a"), web());
        ports.edit(ports.rows().getFirst(), PortEdit.Cells.NAME);
        ports.editProperty().get().nameProperty().set("Shop");
        ports.cancel();
        assertThat(listed()).containsExactly(web());
    }

    private RemovedPort removed() {
        return events.stream().filter(PortsEvent.Removed.class::isInstance).map(PortsEvent.Removed.class::cast)
                .findFirst().orElseThrow().what();
    }

    @Test
    void removingCanBeUndone() {
        Devbox devbox = show(Devboxes.running("a"), web(), jupyter());
        ports.remove(ports.rows().getFirst());
        assertThat(listed()).containsExactly(jupyter());
        assertThat(events).containsExactly(new PortsEvent.Focus(8888),
                new PortsEvent.Removed("Removed Web 3000", new RemovedPort(devbox, 0, web())));
        ports.undo(removed());
        assertThat(listed()).containsExactly(web(), jupyter());
        ports.undo(removed());
        assertThat(listed()).hasSize(2);
    }

    @Test
    void aPortWithoutANameIsCalledByItsNumberOnce() {
        show(Devboxes.running("a"), ListedPort.of(4000, "/"));
        ports.remove(ports.rows().getFirst());
        assertThat(events).first().extracting("text").isEqualTo("Removed Port 4000");
        show(Devboxes.running("b"));
        ports.undo(removed());
        assertThat(events).last().isEqualTo(new PortsEvent.Said("Port 4000 is back on the list of a"));
    }

    @Test
    void undoReachesTheListItWasTakenFrom() {
        Devbox devbox = show(Devboxes.running("a"), web(), jupyter());
        ports.remove(ports.rows().getFirst());
        show(Devboxes.running("b"));
        ports.undo(removed());
        assertThat(listed()).isEmpty();
        assertThat(book.recall(devbox).ports()).containsExactly(web(), jupyter());
        assertThat(events).last().isEqualTo(new PortsEvent.Said("Web 3000 is back on the list of a"));
    }

    @Test
    void theFirstCopyOfAPrivateAddressSaysOnceWhatElseIsNeeded() {
        show(Devboxes.running("a").authenticated(), web());
        ports.copied(ports.rows().getFirst());
        ports.copied(ports.rows().getFirst());
        assertThat(events).containsExactly(new PortsEvent.NeedsHeader("dbx_a", ports.rows().getFirst()));
        show(Devboxes.running("b").open(), web());
        events.clear();
        ports.copied(ports.rows().getFirst());
        assertThat(events).isEmpty();
    }

    @Test
    void snippetsAreForTheSelectedPortElseTheFirst() {
        show(Devboxes.running("a").authenticated(), web(), jupyter());
        assertThat(ports.chosen().port()).isEqualTo(web());
        ports.selectedProperty().set(jupyter());
        assertThat(ports.chosen().port()).isEqualTo(jupyter());
        assertThat(ports.curl(ports.rows().getFirst()).reveal()).contains("$TUNNEL_TOKEN").doesNotContain("tok_");
    }

    @Test
    void newsOfTheSameDevboxKeepWhatIsBeingWritten() {
        Devbox devbox = show(Devboxes.running("a"), web());
        ports.add();
        ports.update(Devboxes.from(devbox).open().build(), null);
        assertThat(ports.editProperty().get()).isNotNull();
        assertThat(ports.rows().getFirst().copyable()).isTrue();
    }
}
