package io.github.devboxtunnels.app;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/** Counts moves and presses of the mouse in every window that opens while it watches. Used on the UI thread. */
final class NoMouse {

    private final AtomicInteger seen = new AtomicInteger();
    /** The headless platform lets the pointer enter every window that opens: coming and going are nobody's doing. */
    private final EventHandler<MouseEvent> count = e -> {
        String type = e.getEventType().getName();
        if (!type.startsWith("MOUSE_ENTERED") && !type.startsWith("MOUSE_EXITED")) {
            seen.incrementAndGet();
        }
    };
    private final ListChangeListener<Window> watch = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(window -> window.addEventFilter(MouseEvent.ANY, count));
        }
    };

    void begin() {
        Window.getWindows().addListener(watch);
    }

    void end() {
        Window.getWindows().removeListener(watch);
        List.copyOf(Window.getWindows()).forEach(window -> window.removeEventFilter(MouseEvent.ANY, count));
    }

    /** How many it saw. */
    AtomicInteger seen() {
        return seen;
    }
}
