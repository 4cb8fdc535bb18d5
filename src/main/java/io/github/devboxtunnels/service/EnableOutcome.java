package io.github.devboxtunnels.service;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Problem;
import org.jspecify.annotations.Nullable;

/** How an attempt to enable a tunnel ended. Told by comparing the devbox before and after, never by a clock. */
public sealed interface EnableOutcome {

    /** The tunnel asked for is on, whether its answer reached us or was found by reading the devbox. */
    record Enabled(Devbox devbox) implements EnableOutcome {
    }

    /** It had a tunnel before anything was sent; that one is shown as what it is. */
    record AlreadyOn(Devbox devbox) implements EnableOutcome {
    }

    /** Somebody else was quicker, with other settings than those asked for. */
    record SomebodyElse(Devbox devbox) implements EnableOutcome {
    }

    /** It is not running and cannot be resumed now. */
    record NotRunning(Devbox devbox) implements EnableOutcome {
    }

    /**
     * No tunnel, as far as we know.
     *
     * @param problem why
     * @param devbox as read afterwards, without a tunnel; null when it could not be read, so that nobody knows
     * @param resumed whether the devbox was resumed on the way
     */
    record Failed(Problem problem, @Nullable Devbox devbox, boolean resumed) implements EnableOutcome {
    }
}
