package io.github.devboxtunnels.app;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.devboxtunnels.sandbox.SandboxCommand;
import io.github.devboxtunnels.ui.common.Texts;

/** Does what the command line asks for and says how it ended. */
public final class Launcher {

    /** Exit status for a command line that is not understood. */
    public static final int USAGE = 2;

    private static final int DONE = 0;
    private static final int FAILED = 1;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    /** Speaks to the given streams, never of keys or tokens but where a mode exists to print them. */
    public Launcher(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    /** Blocks until it is done; returns the exit status. */
    public int run(Arguments arguments) {
        return switch (arguments.mode()) {
            case HELP -> {
                out.println(Texts.of(Launcher.class).get("app.help"));
                yield DONE;
            }
            case VERSION -> {
                out.println(Version.current());
                yield DONE;
            }
            case SERVE_SANDBOX -> new SandboxCommand(out, err).run(arguments.rest());
            case WINDOW -> window(arguments, Company.NONE, () -> services(!arguments.sandbox()));
            case TRAIN -> train();
            case MEASURE_START -> window(arguments, new StartReport(out),
                    () -> services(!arguments.sandbox()));
        };
    }

    private int train() {
        Training training = new Training(err);
        int status = window(new Arguments(Arguments.Mode.TRAIN, false, List.of()), training,
                () -> services(false).withSandboxOfEnvironment());
        return status == DONE && training.done() ? DONE : FAILED;
    }

    private Services services(boolean connects) {
        return Services.ofThisProcess(environment, connects);
    }

    private int window(Arguments arguments, Company company, Supplier<Services> services) {
        try {
            new DesktopProcess(services).run(arguments.sandbox(), company);
            return DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (UnsupportedOperationException e) {
            err.println(Texts.of(Launcher.class).get("app.no-display"));
            return FAILED;
        }
    }
}
