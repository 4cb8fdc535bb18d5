package io.github.devboxtunnels.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

import io.github.devboxtunnels.api.HttpRunloopApi;
import io.github.devboxtunnels.gateway.DevboxReader;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.gateway.process.ProcessGateways;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.platform.BrowserOpener;
import io.github.devboxtunnels.platform.Folders;
import io.github.devboxtunnels.platform.InstalledBrowsers;
import io.github.devboxtunnels.sandbox.DistantSandbox;
import io.github.devboxtunnels.sandbox.SandboxOptions;
import io.github.devboxtunnels.service.Connector;
import io.github.devboxtunnels.service.Session;
import io.github.devboxtunnels.settings.FileSettingsStore;
import io.github.devboxtunnels.settings.InstallationSecret;
import io.github.devboxtunnels.settings.SettingsStore;
import io.github.devboxtunnels.time.SystemTimeline;
import io.github.devboxtunnels.time.Timeline;
import io.github.devboxtunnels.ui.common.LinkOpener;
import io.github.devboxtunnels.ui.common.PageOpener;
import org.jspecify.annotations.Nullable;

/**
 * What the window works with, without a toolkit, so that it can be built while the toolkit starts.
 *
 * @param timeline clock and scheduler
 * @param settings of this user
 * @param opener checks a key and opens a session; blocks
 * @param sandbox starts the sandbox or finds it running; blocks
 * @param links opens addresses in the browser; blocks
 * @param pages opens files in a browser; blocks
 * @param environment what the variables say
 * @param early what is being opened with them already; null when nothing is
 * @param damaged name of a file of settings that could not be read and was set aside; null when all is well
 * @param closing flushes and stops what was started
 */
record Services(Timeline timeline, SettingsStore settings, Opener opener, Starter sandbox, LinkOpener links,
        PageOpener pages, EnvironmentConnection environment, @Nullable EarlySession early, @Nullable String damaged,
        Runnable closing) implements AutoCloseable {

    /** Checks a key and opens a session. */
    interface Opener {
        Session open(Connection connection) throws InterruptedException;
    }

    /** Starts the sandbox or finds it running. */
    interface Starter {
        Connection start();
    }

    /**
     * The real ones.
     *
     * @param connects whether a connection that is known is opened at once, while the toolkit starts
     */
    static Services ofThisProcess(Map<String, String> environment, boolean connects) {
        Timeline timeline = new SystemTimeline();
        Folders folders = Folders.ofThisProcess();
        GatewayHost gateways = new GatewayHost(timeline,
                new InstallationSecret(folders.config().resolve("installation-secret")), folders.pages(),
                options -> new ProcessGateways(options, GatewayCommand.ofThisProcess()));
        Connector connector = connector(timeline, gateways::gateways);
        EnvironmentConnection known = EnvironmentConnection.of(environment);
        EarlySession early = connects && known instanceof EnvironmentConnection.Found(Connection connection)
                ? EarlySession.begin(connection, connector::connect, timeline)
                : null;
        Opener opener = early == null ? connector::connect : early::open;
        FileSettingsStore settings = new FileSettingsStore(folders.config().resolve("settings.json"), timeline);
        gateways.keepNumbersIn(settings);
        SandboxHost sandbox = new SandboxHost(SandboxOptions.defaults(), timeline);
        BrowserOpener browser = BrowserOpener.ofThisSystem();
        return new Services(timeline, settings, opener, sandbox::start, browser::open,
                new BrowserPages(browser, InstalledBrowsers.ofThisSystem()), known, early,
                settings.damaged().map(Path::getFileName).map(Path::toString).orElse(null), () -> {
                    gateways.close();
                    settings.close();
                    sandbox.close();
                    if (early != null) {
                        early.close();
                    }
                });
    }

    /**
     * The same, for the walk: no browser is opened, and the servers it meets are no servers of this process, so that
     * classes which an ordinary start never needs are not loaded with the rest. The sandbox is the one whose address is in
     * the environment.
     */
    Services forWalk() {
        if (!(environment instanceof EnvironmentConnection.Found(Connection found))) {
            throw new IllegalArgumentException("no sandbox in the environment");
        }
        Connection served = new Connection(Connection.Kind.SANDBOX, found.origin(), found.addresses(), found.key());
        Connector connector = connector(timeline, _ -> new WalkGateways());
        return new Services(timeline, settings, connector::connect, () -> {
            // So that what stands in the place of the list is met too.
            new DistantSandbox(served).listSlowlyOnce();
            return served;
        }, _ -> true, new WalkPages(), new EnvironmentConnection.None(), null, damaged, closing);
    }

    private static Connector connector(Timeline timeline, Function<DevboxReader, Gateways> gateways) {
        return new Connector(connection -> HttpRunloopApi.open(connection, timeline, Version.current()), gateways,
                timeline);
    }

    @Override
    public void close() {
        closing.run();
    }
}
