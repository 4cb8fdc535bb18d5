package io.github.devboxtunnels.ui.controls;

import java.time.Duration;
import java.util.function.Consumer;

import javafx.css.PseudoClass;
import javafx.scene.Node;

import io.github.devboxtunnels.ui.common.Announcer;
import io.github.devboxtunnels.ui.common.TaskRunner;
import io.github.devboxtunnels.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The tick, or the alarm, that a copy button shows for a moment. */
final class CopyFeedback {

    /** How long it shows. */
    static final Duration SHOWN = Duration.ofMillis(1500);

    private static final PseudoClass COPIED = PseudoClass.getPseudoClass("copied");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Node button;
    private final TaskRunner tasks;
    private final Consumer<Phase> draw;
    private TaskRunner.@Nullable Handle back;

    /** What a button shows. */
    enum Phase {
        REST, COPIED, FAILED
    }

    CopyFeedback(Node button, TaskRunner tasks, Consumer<Phase> draw) {
        this.button = button;
        this.tasks = tasks;
        this.draw = draw;
    }

    /** Shows how a copy went, and tells it. */
    void show(boolean copied, String announcement) {
        TaskRunner.Handle earlier = back;
        if (earlier != null) {
            earlier.cancel();
        }
        enter(copied ? Phase.COPIED : Phase.FAILED);
        Announcer.announce(button, copied ? announcement : Texts.of(CopyFeedback.class).get("controls.copy.failed"));
        back = tasks.after(SHOWN, () -> enter(Phase.REST));
    }

    private void enter(Phase phase) {
        button.pseudoClassStateChanged(COPIED, phase == Phase.COPIED);
        button.pseudoClassStateChanged(FAILED, phase == Phase.FAILED);
        draw.accept(phase);
    }
}
