package io.github.devboxtunnels.app;

import java.util.List;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How the process of the gateways is started. */
class GatewayCommandTest {

    private final Properties properties = new Properties();

    GatewayCommandTest() {
        properties.setProperty("java.home", "/java");
        properties.setProperty("java.class.path", "a.jar:b.jar");
    }

    private List<String> command() {
        return new GatewayCommand(properties).command();
    }

    @Test
    void thePackagesHaveACommandForIt() {
        properties.setProperty(GatewayCommand.PACKAGED, "/lib/gateways");
        assertThat(command()).containsExactly("/lib/gateways");
    }

    @Test
    void otherwiseItIsThisApplicationAgain() {
        assertThat(command()).startsWith("/java/bin/java").endsWith("--class-path", "a.jar:b.jar",
                "io.github.devboxtunnels.Main", "--serve-gateways");
    }

    @Test
    void itLogsAsMuch() {
        properties.setProperty("devboxtunnels.log", "DEBUG");
        properties.setProperty("devboxtunnels.home", "/somewhere");
        assertThat(command()).contains("-Ddevboxtunnels.log=DEBUG").noneMatch(word -> word.contains("somewhere"));
    }
}
