package io.github.devboxtunnels.ui.tunnel;

import io.github.devboxtunnels.settings.Settings.TunnelChoices;
import io.github.devboxtunnels.settings.SettingsStore;

/** The switches of the enable dialog as they were left in a profile. The mode is never among them. */
final class LastChoices {

    private static final TunnelChoices FIRST = new TunnelChoices(true, false);

    private final SettingsStore settings;
    private final String profile;

    LastChoices(SettingsStore settings, String profile) {
        this.settings = settings;
        this.profile = profile;
    }

    TunnelChoices get() {
        return settings.current().choices().getOrDefault(profile, FIRST);
    }

    void remember(boolean keepAlive, boolean wakeOnHttp) {
        settings.update(now -> now.withChoices(profile, new TunnelChoices(keepAlive, wakeOnHttp)));
    }
}
