package io.github.devboxtunnels.ui.theme;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Finds the stylesheets: what everybody needs, then one a feature, where the feature has one. */
final class Sheets {

    private static final String UI = "/io/github/devboxtunnels/ui/";
    private static final List<String> SHARED = List.of("theme/base", "controls/icon", "controls/button",
            "controls/status-glyph", "controls/badge", "controls/key-hint", "controls/secret-field", "controls/switch",
            "controls/filter-chip", "controls/search-field", "controls/empty-state", "controls/strip",
            "controls/banner", "controls/card-choice", "controls/skeleton", "controls/address", "controls/menu",
            "common/toast", "common/dialog");
    private static final List<String> FEATURES = List.of("shell", "connect", "devboxes", "tunnel", "ports",
            "gateway");

    private Sheets() {
    }

    /** All sheets of a theme, the later ones stronger. */
    static List<String> of(Theme theme) {
        Stream<String> shared = SHARED.stream().map(name -> address(name + ".css"));
        Stream<String> features = FEATURES.stream().map(name -> find(name + "/" + name + ".css"))
                .filter(Objects::nonNull).map(URL::toExternalForm);
        return Stream.of(Stream.of(theme.sheet()), shared, features).flatMap(sheets -> sheets).toList();
    }

    static String address(String path) {
        return Objects.requireNonNull(find(path), path).toExternalForm();
    }

    private static @Nullable URL find(String path) {
        return Sheets.class.getResource(UI + path);
    }
}
