package io.github.devboxtunnels.ui.devboxes;

import java.time.Duration;
import java.time.Instant;

import io.github.devboxtunnels.ui.common.TaskRunner;

/** Letters typed one after the other, as the beginning of a name. */
final class TypeAhead {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TaskRunner tasks;
    private Instant last = Instant.EPOCH;
    private String prefix = "";

    TypeAhead(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** Whether a name is being typed. */
    boolean active() {
        return !prefix.isEmpty() && tasks.now().isBefore(last.plus(PAUSE));
    }

    /**
     * The row that is meant now; -1 for none.
     *
     * @param at the selected row, or -1
     */
    int type(String letter, DevboxListViewModel model, int at) {
        boolean goesOn = active();
        last = tasks.now();
        boolean sameAgain = goesOn && prefix.equals(letter);
        prefix = goesOn && !sameAgain ? prefix + letter : letter;
        return model.find(prefix, goesOn && !sameAgain ? at - 1 : at);
    }
}
