package io.github.devboxtunnels.architecture;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of each feature and the code that shows them know of each other. */
class TextsTest {

    private static final Path JAVA = Path.of("src/main/java/io/github/devboxtunnels");
    private static final Path TEXTS = Path.of("src/main/resources/io/github/devboxtunnels");
    private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");
    /** A key that is completed at run time, as in {@code "tunnel.status." + word} or {@code key + "-since"}. */
    private static final Pattern PREFIX = Pattern.compile("\"([a-z]+\\.(?:[A-Za-z0-9-]+\\.)*[A-Za-z0-9-]*)\"\\s*\\+");
    private static final Pattern SUFFIX = Pattern.compile("\\b(?:key|why)\\s*\\+\\s*\"([.-][a-z-]+)\"");
    private static final Pattern KEY = Pattern.compile("[a-z]+\\.[A-Za-z0-9._-]*[A-Za-z0-9]");

    /** One feature: its texts, and the literals of the code beside them. */
    private record Feature(String name, Properties texts, Set<String> literals, Set<String> prefixes,
            Set<String> suffixes) {

        static Feature of(Path folder) throws IOException {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(folder.resolve("messages.properties"))) {
                texts.load(reader);
            }
            StringBuilder code = new StringBuilder();
            try (Stream<Path> files = Files.list(JAVA.resolve(TEXTS.relativize(folder)))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    code.append(Files.readString(file));
                }
            }
            return new Feature(folder.getFileName().toString(), texts, groups(LITERAL, code), groups(PREFIX, code),
                    groups(SUFFIX, code));
        }

        Set<String> keys() {
            return new TreeSet<>(texts.stringPropertyNames());
        }

        boolean used(String key) {
            return literals.contains(key) || prefixes.stream().anyMatch(key::startsWith)
                    || literals.stream().anyMatch(literal -> begins(literal, key))
                    || suffixes.stream().anyMatch(end -> key.endsWith(end)
                            && literals.contains(key.substring(0, key.length() - end.length())));
        }

        /** Keys the code asks for; a whole key, or the beginning of one. */
        Stream<String> missing() {
            return literals.stream().filter(literal -> literal.startsWith(name + ".") && KEY.matcher(literal).matches())
                    .filter(literal -> !keys().contains(literal))
                    .filter(literal -> keys().stream().noneMatch(
                            key -> begins(literal, key) || prefixes.contains(literal) && key.startsWith(literal)));
        }

        /** Whether a literal is no key but what words are put behind, as in {@code tunnel.life.visit} + "-wakes". */
        private boolean begins(String literal, String key) {
            return literal.startsWith(name + ".") && !texts.containsKey(literal)
                    && (key.startsWith(literal + "-") || key.startsWith(literal + "."));
        }

        private static Set<String> groups(Pattern pattern, CharSequence text) {
            Set<String> found = new TreeSet<>();
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
            return found;
        }
    }

    private static List<Feature> features() throws IOException {
        List<Feature> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEXTS)) {
            for (Path file : files.filter(each -> each.endsWith("messages.properties")).sorted().toList()) {
                found.add(Feature.of(file.getParent()));
            }
        }
        return found;
    }

    @Test
    void everyTextIsShownSomewhere() throws IOException {
        assertThat(features().stream().flatMap(feature -> feature.keys().stream().filter(key -> !feature.used(key))))
                .as("texts no code asks for").isEmpty();
    }

    @Test
    void everyTextTheCodeAsksForExists() throws IOException {
        assertThat(features().stream().flatMap(Feature::missing)).as("texts that are missing").isEmpty();
    }

    @Test
    void keysBeginWithTheirFeature() throws IOException {
        assertThat(features()).hasSizeGreaterThan(6).allSatisfy(feature -> assertThat(feature.keys()).isNotEmpty()
                .allSatisfy(key -> assertThat(key).startsWith(feature.name() + ".")));
    }

    @Test
    void noTextShoutsOrIsEmpty() throws IOException {
        assertThat(features()).allSatisfy(feature -> assertThat(feature.keys()).allSatisfy(
                key -> assertThat(feature.texts().getProperty(key)).as(key).isNotBlank().doesNotContain("!")));
    }

    @Test
    void theSearchSeesATextThatIsMissingAndOneThatIsNotUsed() {
        Properties texts = new Properties();
        texts.setProperty("menu.open", "Open");
        texts.setProperty("menu.of.one", "One");
        texts.setProperty("menu.left", "Left over");
        Feature planted = new Feature("menu", texts, Set.of("menu.open", "menu.of.", "menu.gone"), Set.of("menu.of."),
                Set.of());
        assertThat(planted.keys().stream().filter(key -> !planted.used(key))).containsExactly("menu.left");
        assertThat(planted.missing()).containsExactly("menu.gone");
    }
}
