package io.github.devboxtunnels.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShellTest {

    private static final String RECIPE = "ss -Hltn 2>/dev/null || netstat -ltn 2>/dev/null"
            + " || cat /proc/net/tcp /proc/net/tcp6";

    @Test
    void theRecipeUsesWhatTheImageHas() {
        assertThat(output(RECIPE, Image.PAGE)).isEqualTo("""
                LISTEN 0      511          0.0.0.0:3000         0.0.0.0:*   \s
                LISTEN 0      511             *:8080               *:*   \s
                """.replace("             *:8080               *:*", "                *:8080               *:*"));
        assertThat(output(RECIPE, Image.ECHO)).startsWith("Active Internet connections (only servers)\nProto")
                .contains("tcp        0      0 0.0.0.0:3000", "tcp6       0      0 :::8080",
                        "tcp        0      0 127.0.0.1:9229");
        assertThat(output(RECIPE, Image.BARE).lines().map(String::strip))
                .allMatch(line -> line.startsWith("sl  local_address")).hasSize(2);
        assertThat(Shell.run(RECIPE, Image.BARE.listeners(), "").exit()).isZero();
    }

    @Test
    void socketsOnLocalhostLookLikeIt() {
        assertThat(output("ss -ltnp", Image.LOCALHOST)).startsWith("State")
                .contains("127.0.0.1:3000", "users:((\"node\",pid=412,fd=18))");
        assertThat(output("cat /proc/net/tcp", Image.LOCALHOST)).contains("0100007F:0BB8 00000000:0000 0A");
        assertThat(output("cat /proc/net/tcp6", Image.PAGE)).contains("0".repeat(32) + ":1F90");
    }

    @Test
    void linesAreJoinedAsAShellDoes() {
        assertThat(output("echo 'a  b' \"c\" && echo d; false && echo e || echo f", Image.PAGE))
                .isEqualTo("a  b c\nd\nf\n");
        assertThat(output("echo -n hi >/dev/null; echo -n there", Image.PAGE)).isEqualTo("there");
        assertThat(output("echo one > /dev/null 2>&1; echo two 2> /dev/null", Image.PAGE)).isEqualTo("two\n");
    }

    @Test
    void sleepTakesTimeAndExitEndsTheLine() {
        Shell.Run run = Shell.run("echo a; sleep 1.5; echo b; exit 3; echo c", List.of(), "ss");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.steps()).containsExactly(new Shell.Step(Duration.ZERO, "a\n", ""),
                new Shell.Step(Duration.ofMillis(1500), "b\n", ""));
        assertThat(Shell.run("sleep 2", List.of(), "ss").steps())
                .containsExactly(new Shell.Step(Duration.ofSeconds(2), "", ""));
    }

    @Test
    void everythingElseIsNotFound() {
        Shell.Run run = Shell.run("rm -rf /", List.of(), "ss");

        assertThat(run.exit()).isEqualTo(127);
        assertThat(run.steps()).containsExactly(new Shell.Step(Duration.ZERO, "", "sh: 1: rm: not found\n"));
    }

    @Property
    void noLineBreaksIt(@ForAll String line) {
        assertThat(Shell.run(line, Image.PAGE.listeners(), "ss").exit()).isBetween(-1, Integer.MAX_VALUE);
    }

    private static String output(String line, Image image) {
        return Shell.run(line, image.listeners(), image.tool()).steps().stream().map(Shell.Step::output)
                .collect(Collectors.joining());
    }
}
