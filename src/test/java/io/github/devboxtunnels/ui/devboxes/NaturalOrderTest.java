package io.github.devboxtunnels.ui.devboxes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NaturalOrderTest {

    private static final Comparator<String> ORDER = ((Comparator<String>) NaturalOrder::compare)
            .thenComparing(Comparator.naturalOrder());

    @Test
    void sortsAsPeopleDo() {
        List<String> sorted = List.of("agent-2", "agent-007", "Agent-9", "agent-42", "agent-42b", "api", "API-server",
                "web", "Zoo");
        List<String> mixed = Arrays.asList("web", "agent-42b", "API-server", "agent-007", "Zoo", "agent-42", "api",
                "Agent-9", "agent-2");
        mixed.sort(ORDER);
        assertThat(mixed).isEqualTo(sorted);
    }

    @Test
    void numbersLongerThanAnyTypeAreNumbersStill() {
        assertThat(ORDER.compare("a99999999999999999999999", "a100000000000000000000000")).isNegative();
    }

    @Property
    void isATotalOrder(@ForAll("names") String a, @ForAll("names") String b, @ForAll("names") String c) {
        assertThat(Integer.signum(ORDER.compare(a, b))).isEqualTo(-Integer.signum(ORDER.compare(b, a)));
        assertThat(ORDER.compare(a, b) == 0).isEqualTo(a.equals(b));
        if (ORDER.compare(a, b) <= 0 && ORDER.compare(b, c) <= 0) {
            assertThat(ORDER.compare(a, c)).isLessThanOrEqualTo(0);
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("aAbBzZ019-_ ıİßé").ofMaxLength(7);
    }
}
