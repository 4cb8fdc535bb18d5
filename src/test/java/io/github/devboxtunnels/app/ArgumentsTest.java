package io.github.devboxtunnels.app;

import java.util.List;

import io.github.devboxtunnels.app.Arguments.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArgumentsTest {

    @Test
    void nothingOpensTheWindow() {
        assertThat(Arguments.parse(List.of())).isEqualTo(new Arguments(Mode.WINDOW, false, null, List.of()));
    }

    @Test
    void flagsOfTheWindowCombine() {
        assertThat(Arguments.parse(List.of("--measure-start", "--sandbox")))
                .isEqualTo(new Arguments(Mode.MEASURE_START, true, null, List.of()));
    }

    @Test
    void whatFollowsServeSandboxBelongsToIt() {
        assertThat(Arguments.parse(List.of("--serve-sandbox", "--port", "0", "--devboxes", "7")))
                .isEqualTo(new Arguments(Mode.SERVE_SANDBOX, false, null, List.of("--port", "0", "--devboxes", "7")));
    }

    @Test
    void anUnknownFlagIsNamed() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--sandbx"))).hasMessageContaining("--sandbx")
                .hasMessageContaining("--help");
    }

    @Test
    void aDevboxIsSelectedByOptionOrByLink() {
        Arguments selected = new Arguments(Mode.WINDOW, false, "dbx_31CYd5LLFbBxst8mqnUjO", List.of());
        assertThat(Arguments.parse(List.of("--devbox", "dbx_31CYd5LLFbBxst8mqnUjO"))).isEqualTo(selected);
        assertThat(Arguments.parse(List.of("devbox-tunnels://devbox/dbx_31CYd5LLFbBxst8mqnUjO"))).isEqualTo(selected);
        assertThat(Arguments.parse(List.of("Devbox-Tunnels://devbox/dbx_31CYd5LLFbBxst8mqnUjO/"))).isEqualTo(selected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"devbox-tunnels:", "devbox-tunnels://", "devbox-tunnels://devbox/",
            "devbox-tunnels://enable/dbx_1",
            "devbox-tunnels://devbox/dbx_1/enable", "devbox-tunnels://devbox/dbx_1?open=true",
            "devbox-tunnels://devbox/dbx_1#x",
            "devbox-tunnels://devbox/..%2f..", "devbox-tunnels://devbox/--serve-sandbox\t",
            "devbox-tunnels:devbox/dbx_1",
            "devbox-tunnels://user@devbox/dbx_1"})
    void aLinkOfAnotherFormOnlyOpensTheWindow(String link) {
        assertThat(Arguments.parse(List.of(link))).isEqualTo(new Arguments(Mode.WINDOW, false, null, List.of()));
    }

    @Test
    void whatIsNoIdIsRefused() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--devbox"))).hasMessageContaining("--devbox");
        assertThatThrownBy(() -> Arguments.parse(List.of("--devbox", "a b"))).hasMessageContaining("--devbox");
    }
}
