package io.github.devboxtunnels;

import java.util.Arrays;

import io.github.devboxtunnels.sandbox.SandboxCommand;

/** Entry. */
public final class Main {
    private Main() {
    }

    /**
     * Starts.
     *
     * @param args flags
     */
    public static void main(String[] args) {
        if (Arrays.asList(args).contains(SandboxCommand.FLAG)) {
            System.exit(new SandboxCommand(System.out, System.err).run(Arrays.asList(args)));
        }
        System.out.println(Arrays.toString(args) + Main.class.getModule() + System.getProperty("java.version"));
    }
}
