package io.github.devboxtunnels.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.github.devboxtunnels.gateway.DevboxReader;
import io.github.devboxtunnels.gateway.GatewayOptions;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.settings.InstallationSecret;
import io.github.devboxtunnels.settings.SettingsStore;
import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Makes the gateways of each session, when the first one is asked for, and closes those that are left when the
 * application ends: a session is closed in the background, which the end of the process would not wait for.
 */
final class GatewayHost implements AutoCloseable {

    private final Timeline timeline;
    private final InstallationSecret secret;
    private final Path pages;
    private final Function<GatewayOptions, Gateways> maker;
    private final List<Gateways> made = new ArrayList<>();
    private volatile @Nullable SettingsStore settings;

    GatewayHost(Timeline timeline, InstallationSecret secret, Path pages, Function<GatewayOptions, Gateways> maker) {
        this.timeline = timeline;
        this.secret = secret;
        this.pages = pages;
        this.maker = maker;
    }

    /** Where the ports are kept; said before the first gateway, but after the first session may have begun. */
    void keepNumbersIn(SettingsStore store) {
        settings = store;
    }

    /**
     * The gateways of a session.
     *
     * @throws UncheckedIOException when the secret of this installation can neither be read nor kept
     */
    synchronized Gateways gateways(DevboxReader reader) {
        try {
            Gateways gateways = maker.apply(new GatewayOptions(timeline, pages, secret.get(),
                    new SettingsPortNumbers(Objects.requireNonNull(settings)), reader, null));
            made.add(gateways);
            return gateways;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<Gateways> all;
        synchronized (this) {
            all = List.copyOf(made);
            made.clear();
        }
        all.forEach(Gateways::close);
    }
}
