package io.github.devboxtunnels.ui.theme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class StylesheetsTest {

    private static final Path UI = Path.of("src/main/resources/io/github/devboxtunnels/ui");
    private static final Pattern COLOUR = Pattern
            .compile(
                    "#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsba?|derive|ladder)\\(|:\\s[^;{]*\\b(?:white|black|red|gray|grey)\\b");
    private static final Pattern NAME = Pattern.compile("-(?:color|dt)-[a-z0-9-]+");

    static List<Path> componentSheets() throws IOException {
        try (Stream<Path> all = Files.walk(UI)) {
            return all.filter(path -> path.toString().endsWith(".css"))
                    .filter(path -> !path.endsWith("light.css") && !path.endsWith("dark.css")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("componentSheets")
    void onlyTheSheetsOfValuesNameAColour(Path sheet) {
        // A smoothing type is called gray, and is no colour.
        String text = Css.read(sheet.toUri().toString()).replace("-fx-font-smoothing-type: gray", "");
        assertThat(COLOUR.matcher(text).results().map(MatchResult::group)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("componentSheets")
    void everyNameUsedHasAValue(Path sheet) {
        Set<String> known = new TreeSet<>(Css.values(Theme.LIGHT).keySet());
        Stream.of(UI.resolve("theme/base.css"), UI.resolve("controls/button.css"), sheet)
                .map(path -> Css.read(path.toUri().toString())).flatMap(Css::declarations)
                .map(found -> found.group(1)).forEach(known::add);
        Set<String> used = NAME.matcher(Css.read(sheet.toUri().toString())).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).containsAll(used);
    }

    @Test
    void bothThemesDeclareTheSameNames() {
        assertThat(Css.values(Theme.LIGHT).keySet()).isEqualTo(Css.values(Theme.DARK).keySet());
    }

    @Test
    void everySheetBesideAPackageReachesAScene() throws IOException {
        List<String> loaded = Sheets.of(Theme.DARK);
        for (Path sheet : componentSheets()) {
            String end = "/" + UI.relativize(sheet).toString().replace('\\', '/');
            assertThat(loaded).as("loaded sheets").anyMatch(address -> address.endsWith(end));
        }
    }
}
