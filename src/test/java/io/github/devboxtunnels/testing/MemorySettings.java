package io.github.devboxtunnels.testing;

import java.util.function.UnaryOperator;

import io.github.devboxtunnels.settings.Settings;
import io.github.devboxtunnels.settings.SettingsStore;

/** Settings without a disk. */
public final class MemorySettings implements SettingsStore {

    private Settings current = Settings.DEFAULTS;

    @Override
    public synchronized Settings current() {
        return current;
    }

    @Override
    public synchronized void update(UnaryOperator<Settings> change) {
        current = change.apply(current);
    }
}
