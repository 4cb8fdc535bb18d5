package io.github.devboxtunnels.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process of a benchmark that is spoken to line by line. */
final class Child implements AutoCloseable {

    /** The flags the packaged application runs with, from {@code jlink.json}. */
    static final List<String> FLAGS = LaunchFlags.read(Path.of("jlink.json"), "launcher");
    /** The flags the process of the gateways runs with. */
    static final List<String> GATEWAY_FLAGS = LaunchFlags.read(Path.of("jlink.json"), "gateways");

    private final Process process;
    private final BufferedReader lines;

    private Child(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The application's own main class, on the class path, with the packaged application's flags. */
    static Child application(List<String> jvm, Map<String, String> environment, String... arguments)
            throws IOException {
        return java(jvm, environment, "io.github.devboxtunnels.Main", arguments);
    }

    /** Any main class of the class path, with the packaged application's flags. */
    static Child java(List<String> jvm, Map<String, String> environment, String main, String... arguments)
            throws IOException {
        return java(FLAGS, jvm, environment, main, arguments);
    }

    /** Any main class of the class path, with the flags of the process of the gateways. */
    static Child gateways(List<String> jvm, String main, String... arguments) throws IOException {
        return java(GATEWAY_FLAGS, jvm, Map.of(), main, arguments);
    }

    private static Child java(List<String> flags, List<String> jvm, Map<String, String> environment, String main,
            String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(jvm);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return start(environment, command);
    }

    /** Any command. */
    static Child start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return new Child(builder.start());
    }

    /** The next line it prints. */
    String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the process ended without an answer");
        }
        return line;
    }

    /** Sends a line and waits for one. */
    String ask(String line) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
        return line();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
