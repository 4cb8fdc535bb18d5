import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Runs the JDK's tools in this process and other programs beside it, or only writes down what it would run. */
final class Tools {

    private final PrintStream plan;

    private Tools(PrintStream plan) {
        this.plan = plan;
    }

    /** Runs what it is told. */
    static Tools running() {
        return new Tools(null);
    }

    /** Prints one line for each command, the words separated by tabs. */
    static Tools planning(PrintStream out) {
        return new Tools(out);
    }

    boolean plans() {
        return plan != null;
    }

    /** A tool of the JDK, such as jlink. */
    void jdk(String tool, List<String> arguments) {
        if (write(tool, arguments)) {
            return;
        }
        int status = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err,
                arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException(tool + " ended with " + status);
        }
    }

    /** Another program; its output goes into a file, or is shown when there is none. */
    void program(Path output, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        if (write(command.getFirst(), command.subList(1, command.size()))) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        if (output != null) {
            Files.createDirectories(output.getParent());
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
        }
        int status = builder.start().waitFor();
        if (status != 0) {
            if (output != null) {
                System.err.write(Files.readAllBytes(output));
            }
            throw new IllegalStateException(command.getFirst() + " ended with " + status);
        }
    }

    void program(String... command) throws IOException, InterruptedException {
        program(null, Map.of(), List.of(command));
    }

    private boolean write(String name, List<String> arguments) {
        if (plan == null) {
            return false;
        }
        List<String> words = new ArrayList<>(List.of(name));
        words.addAll(arguments);
        plan.println(String.join("\t", words));
        return true;
    }
}
