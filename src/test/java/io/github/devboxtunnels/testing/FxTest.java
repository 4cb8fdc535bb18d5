package io.github.devboxtunnels.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.api.FxToolkitContext;
import org.testfx.util.WaitForAsyncUtils;

/** A test of real nodes in a real window, on the headless platform. A toolkit that does not start is a failure. */
public abstract class FxTest {

    /** Mouse and keyboard. One for all tests: the headless platform keeps each with the last window it was in. */
    protected static final FxRobot robot = new FxRobot();

    private static final List<KeyCode> MODIFIERS = List.of(KeyCode.SHIFT, KeyCode.CONTROL, KeyCode.ALT,
            KeyCode.META);

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    /** Shows nodes in a window with a content of this size and waits until they are laid out. */
    protected Stage show(Callable<? extends Parent> root, double width, double height) {
        Stage stage = onFx(() -> {
            Stage shown = FxToolkit.toolkitContext().getRegisteredStage();
            shown.setScene(new Scene(root.call(), width, height));
            shown.setX(0);
            shown.setY(0);
            shown.setWidth(width);
            shown.setHeight(height);
            shown.show();
            shown.requestFocus();
            return shown;
        });
        settle();
        return stage;
    }

    /** Runs on the UI thread and returns its result. */
    protected static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    /** Runs on the UI thread. */
    protected static void doOnFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    /** Waits until the UI thread has nothing left to do, and what it did is laid out. */
    protected static void settle() {
        WaitForAsyncUtils.waitForFxEvents(1);
        // The second begins when the first has laid out.
        CompletableFuture<Void> laidOut = Frames.begun(2);
        WaitForAsyncUtils.waitForFxEvents(3);
        laidOut.orTimeout(20, TimeUnit.SECONDS).join();
        WaitForAsyncUtils.waitForFxEvents(1);
    }

    /** Whether a node and all it is in are visible. */
    protected static boolean shows(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /** What the window shows, scene only. */
    protected static WritableImage snapshot(Scene scene) {
        return onFx(() -> scene.snapshot(null));
    }

    @AfterEach
    protected void hideWindows() throws TimeoutException {
        liftModifiers();
        // TestFX keeps every event, and with it each window an event went to, until a stage is registered again.
        FxToolkitContext context = FxToolkit.toolkitContext();
        doOnFx(() -> context.setRegisteredStage(context.getRegisteredStage()));
        // Menus and tooltips first: hidden after their owner they trip over it.
        doOnFx(() -> List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance)
                .forEach(Window::hide));
        FxToolkit.cleanupStages();
    }

    /** The headless platform takes a key for pressed for ever when the window is gone before it is let go. */
    private static void liftModifiers() {
        Stage any = onFx(() -> {
            Stage shown = new Stage();
            shown.setScene(new Scene(new Group()));
            shown.show();
            return shown;
        });
        robot.release(new KeyCode[0]);
        MODIFIERS.forEach(robot.robotContext().getBaseRobot()::releaseKeyboard);
        doOnFx(any::hide);
    }
}
