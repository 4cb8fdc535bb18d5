package io.github.devboxtunnels.settings;

import java.util.function.UnaryOperator;

/** Keeps the settings of this user. Safe for use from any thread. */
public interface SettingsStore {

    /** The settings now. */
    Settings current();

    /** Changes them; they reach the disk soon afterwards. */
    void update(UnaryOperator<Settings> change);
}
