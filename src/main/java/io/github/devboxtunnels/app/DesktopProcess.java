package io.github.devboxtunnels.app;

import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.stage.Stage;

import io.github.devboxtunnels.time.SystemTimeline;
import io.github.devboxtunnels.ui.common.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the toolkit, opens the window, and stops everything in order when it is closed. */
final class DesktopProcess {

    private static final Texts TEXTS = Texts.of(DesktopProcess.class);

    private final Supplier<Services> making;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Works with services that are made when the process runs. */
    DesktopProcess(Supplier<Services> making) {
        this.making = making;
    }

    /**
     * Blocks until the window is closed and everything is stopped.
     *
     * @throws UnsupportedOperationException when there is no display
     */
    void run(boolean sandbox, Company company) throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> log().error("an error nobody expected on {}", thread.getName(), failure));
        Platform.setImplicitExit(false);
        FutureTask<Services> services = new FutureTask<>(making::get);
        // They are made while the toolkit starts.
        new SystemTimeline().after(Duration.ZERO, services);
        Platform.startup(() -> open(services, sandbox, company));
        closed.await();
        try {
            services.get().close();
        } catch (ExecutionException e) {
            log().debug("nothing was made that could be closed", e);
        }
        Platform.exit();
    }

    /** Asked for when it is needed: logging is set up while the toolkit starts. */
    private static Logger log() {
        return LoggerFactory.getLogger(DesktopProcess.class);
    }

    private void open(Future<Services> services, boolean sandbox, Company company) {
        try {
            Stage stage = new Stage();
            Desktop desktop = new Desktop(services.get(), stage, ZoneId.systemDefault());
            stage.setOnHidden(_ -> {
                desktop.close();
                closed.countDown();
            });
            company.join(stage, desktop);
            desktop.open(sandbox);
        } catch (RuntimeException | LinkageError | ExecutionException | InterruptedException e) {
            log().error("the window could not be opened", e);
            Alert alert = new Alert(AlertType.ERROR, TEXTS.get("app.failed", e.getClass().getSimpleName()));
            alert.setTitle(TEXTS.get("app.title"));
            alert.setHeaderText(TEXTS.get("app.failed.header"));
            alert.showAndWait();
            closed.countDown();
        }
    }
}
