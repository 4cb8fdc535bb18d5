package io.github.devboxtunnels.app;

import java.util.List;

import io.github.devboxtunnels.app.Arguments.Mode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArgumentsTest {

    @Test
    void nothingOpensTheWindow() {
        assertThat(Arguments.parse(List.of())).isEqualTo(new Arguments(Mode.WINDOW, false, List.of()));
    }

    @Test
    void flagsOfTheWindowCombine() {
        assertThat(Arguments.parse(List.of("--measure-start", "--sandbox")))
                .isEqualTo(new Arguments(Mode.MEASURE_START, true, List.of()));
    }

    @Test
    void whatFollowsServeSandboxBelongsToIt() {
        assertThat(Arguments.parse(List.of("--serve-sandbox", "--port", "0", "--devboxes", "7")))
                .isEqualTo(new Arguments(Mode.SERVE_SANDBOX, false, List.of("--port", "0", "--devboxes", "7")));
    }

    @Test
    void anUnknownFlagIsNamed() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--sandbx"))).hasMessageContaining("--sandbx")
                .hasMessageContaining("--help");
    }
}
