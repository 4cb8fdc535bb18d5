package io.github.devboxtunnels.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javafx.scene.input.KeyCode;

import io.github.devboxtunnels.gateway.process.ProcessGateways;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Opening a private page as the application does it: through gateways in a process of their own. */
class GatewayProcessTest extends PrivatePageFixture {

    private final List<Process> started = new CopyOnWriteArrayList<>();

    @BeforeEach
    void useAProcess() {
        GatewayCommand command = GatewayCommand.ofThisProcess();
        maker = options -> new ProcessGateways(options, () -> {
            Process process = command.start();
            started.add(process);
            return process;
        });
    }

    @Test
    void itBeginsWithTheFirstOpenAndEndsWithTheWindow() throws Exception {
        at3000Of("echo-service");
        assertThat(started).isEmpty();
        URI address = firefox.open(pressOpen()).at();
        assertThat(firefox.go(address).title()).isEqualTo("echo-service");
        assertThat(started).hasSize(1);

        doOnFx(() -> stage.setOnHidden(e -> desktop.close()));
        push(KeyCode.CONTROL, KeyCode.Q);
        untilText("Stop 1 gateway and quit");
        push(KeyCode.SHIFT, KeyCode.TAB);
        type(KeyCode.SPACE);
        until(() -> !started.getFirst().isAlive());
        untilRefused(address);
    }

    @Test
    void whenItBreaksThePageSaysSoAndOpenStartsAnother() throws Exception {
        at3000Of("echo-service");
        firefox.open(pressOpen());
        started.getFirst().destroyForcibly();
        untilText("The gateway of port 3000 of echo-service broke. The devbox is as it was; Open starts a new one.");
        until(() -> all(".gateway-line").isEmpty());

        assertThat(firefox.open(pressOpen()).title()).isEqualTo("echo-service");
        assertThat(started).hasSize(2);
    }

    @Test
    void neitherItsCommandLineNorItsEnvironmentCarriesASecret() throws Exception {
        at3000Of("echo-service");
        pressOpen();
        ProcessHandle process = started.getFirst().toHandle();
        String seen = process.info().commandLine().orElseThrow()
                + Files.readString(Path.of("/proc/" + process.pid() + "/environ"));
        assertThat(seen).doesNotContain(sandbox.key().reveal(), tunnel("echo-service").token().reveal(),
                tunnel("echo-service").key().reveal());
    }
}
