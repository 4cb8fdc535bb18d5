package io.github.devboxtunnels;

import java.util.List;

import io.github.devboxtunnels.app.Arguments;
import io.github.devboxtunnels.app.Launcher;

/** Where the process begins. */
public final class Main {

    private Main() {
    }

    /**
     * Does what the command line says.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        Launcher launcher = new Launcher(System.out, System.err, System.getenv());
        int status;
        try {
            status = launcher.run(Arguments.parse(List.of(args)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = Launcher.USAGE;
        }
        System.exit(status);
    }
}
