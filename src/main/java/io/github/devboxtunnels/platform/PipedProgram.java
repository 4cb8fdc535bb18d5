package io.github.devboxtunnels.platform;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** Starts a program that is spoken to through its input and output; what it logs goes where our log goes. */
public final class PipedProgram {

    private PipedProgram() {
    }

    /** Starts it, with an environment that carries no key. */
    public static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(ChildEnvironment.of(System.getenv()));
        return builder.start();
    }
}
