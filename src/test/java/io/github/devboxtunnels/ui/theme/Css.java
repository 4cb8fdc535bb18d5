package io.github.devboxtunnels.ui.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads stylesheets as text. */
final class Css {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern DECLARATION = Pattern.compile("(-[a-z][a-z-]*)\\s*:\\s*([^;{}]+);");

    private Css() {
    }

    /** The text of a stylesheet without its comments. */
    static String read(String address) {
        try {
            return COMMENT.matcher(Files.readString(Path.of(URI.create(address)))).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a sheet of values declares. */
    static Map<String, String> values(Theme theme) {
        Map<String, String> values = new HashMap<>();
        declarations(read(theme.sheet())).forEach(found -> values.put(found.group(1), found.group(2).strip()));
        return values;
    }

    static Stream<MatchResult> declarations(String sheet) {
        return DECLARATION.matcher(sheet).results();
    }

    /** Lines of a table in the test resources, without its head. */
    static List<String[]> table(String name) {
        try {
            Path file = Path.of(Css.class.getResource(name).toURI());
            return Files.readAllLines(file).stream().skip(1).map(line -> line.split(";")).toList();
        } catch (IOException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
