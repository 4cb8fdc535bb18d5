package io.github.devboxtunnels.ui.theme;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.scene.paint.Color;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Computes the contrast of every pair in use again, from the stylesheets themselves (WCAG 2.2). */
class ContrastTest {

    private static final Map<String, String> NAMES = Css.table("tokens.csv").stream()
            .collect(Collectors.toMap(row -> row[0], row -> row[1]));

    static Stream<Arguments> pairs() {
        return Css.table("contrast.csv").stream()
                .flatMap(row -> Stream.of(
                        Arguments.of(Theme.LIGHT, row[0], row[1], row[2], Double.valueOf(row[3]),
                                Double.valueOf(row[4])),
                        Arguments.of(Theme.DARK, row[0], row[1], row[2], Double.valueOf(row[3]),
                                Double.valueOf(row[5]))));
    }

    static Stream<Arguments> tokens() {
        return Css.table("tokens.csv").stream().map(row -> Arguments.of(row[0], row[1], row[2], row[3]));
    }

    @ParameterizedTest(name = "{0}: {1} on {2}, {3}")
    @MethodSource("pairs")
    void everyPairInUseIsLegible(Theme theme, String foreground, String background, String where, double needs,
            double promised) {
        Map<String, String> values = Css.values(theme);
        double ratio = ratio(Color.web(values.get(NAMES.get(foreground))),
                Color.web(values.get(NAMES.get(background))));
        assertThat(ratio).as(where).isGreaterThanOrEqualTo(needs).isCloseTo(promised, within(0.006));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void everyTokenHasItsValueInBothThemes(String role, String name, String light, String dark) {
        assertThat(Css.values(Theme.LIGHT).get(name)).as(role).isEqualToIgnoringWhitespace(light);
        assertThat(Css.values(Theme.DARK).get(name)).as(role).isEqualToIgnoringWhitespace(dark);
    }

    private static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
