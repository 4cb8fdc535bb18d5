package io.github.devboxtunnels.ui.devboxes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.devboxtunnels.settings.SettingsStore;
import org.jspecify.annotations.Nullable;

/** What the list remembers between starts, for one profile. */
final class ListMemory {

    /** How many devboxes count as looked at lately. */
    private static final int RECENT = 5;

    private final SettingsStore settings;
    private final String profile;

    ListMemory(SettingsStore settings, String profile) {
        this.settings = settings;
        this.profile = profile;
    }

    @Nullable
    String selected() {
        return settings.current().selected().get(profile);
    }

    void select(@Nullable String id) {
        settings.update(now -> now.withSelected(profile, id));
        if (id != null) {
            settings.update(now -> now.withRecent(profile, lately(id, of(now.recent().get(profile)))));
        }
    }

    Set<String> recent() {
        return Set.copyOf(of(settings.current().recent().get(profile)));
    }

    Set<String> pinned() {
        return Set.copyOf(of(settings.current().pinned().get(profile)));
    }

    void togglePin(String id) {
        settings.update(now -> {
            List<String> pins = new ArrayList<>(of(now.pinned().get(profile)));
            if (!pins.remove(id)) {
                pins.add(id);
            }
            return now.withPinned(profile, pins);
        });
    }

    private static List<String> lately(String id, List<String> before) {
        List<String> ids = new ArrayList<>(before);
        ids.remove(id);
        ids.addFirst(id);
        return ids.stream().limit(RECENT).toList();
    }

    private static List<String> of(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
