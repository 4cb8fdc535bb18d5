package io.github.devboxtunnels.app;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import javafx.stage.WindowEvent;

import io.github.devboxtunnels.gateway.process.GatewayServer;
import io.github.devboxtunnels.platform.Folders;
import io.github.devboxtunnels.platform.SingleInstance;
import io.github.devboxtunnels.platform.SingleInstance.Found;
import io.github.devboxtunnels.platform.Summons;
import io.github.devboxtunnels.sandbox.SandboxCommand;
import io.github.devboxtunnels.time.SystemTimeline;
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
            case SERVE_GATEWAYS -> serveGateways();
            case WINDOW -> onlyWindow(arguments, Company.NONE, () -> services(!arguments.sandbox()));
            case TRAIN -> train();
            case MEASURE_START -> window(arguments, new StartReport(out),
                    () -> services(!arguments.sandbox()));
        };
    }

    private int serveGateways() {
        try {
            GatewayServer.serve(System.in, out, new SystemTimeline());
            return DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int train() {
        Training training = new Training(err);
        ToolkitClasses.load();
        int status = onlyWindow(new Arguments(Arguments.Mode.TRAIN, false, null, List.of()), training,
                () -> services(false).forWalk());
        return status == DONE && training.done() ? DONE : FAILED;
    }

    /** Opens the window, unless this user has one: that one comes to the front then. */
    private int onlyWindow(Arguments arguments, Company company, Supplier<Services> services) {
        Summons wanted = new Summons(arguments.sandbox(), arguments.devbox());
        Found found;
        try {
            found = SingleInstance.enter(Folders.ofThisProcess().runtime(), wanted, new SystemTimeline());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
        return switch (found) {
            case Found.Told _ -> DONE;
            case Found.Alone _ -> window(arguments, (stage, desktop) -> {
                desktop.want(wanted.devbox());
                company.join(stage, desktop);
            }, services);
            case Found.First(SingleInstance instance) -> {
                try (instance) {
                    yield window(arguments, (stage, desktop) -> {
                        desktop.want(wanted.devbox());
                        instance.setListener(summons -> desktop.tasks().post(() -> desktop.summoned(summons)));
                        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN,
                                _ -> new SystemTimeline().after(Duration.ZERO, instance::leave));
                        company.join(stage, desktop);
                    }, services);
                }
            }
        };
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
