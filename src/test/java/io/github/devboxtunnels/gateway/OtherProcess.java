package io.github.devboxtunnels.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.devboxtunnels.gateway.process.ProcessGateways;

/** Starts the process of the gateways as the application does, and keeps what was started. */
final class OtherProcess implements ProcessGateways.Starter {

    final List<Process> started = new CopyOnWriteArrayList<>();

    @Override
    public Process start() throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), "io.github.devboxtunnels.Main", "--serve-gateways")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        started.add(process);
        return process;
    }
}
