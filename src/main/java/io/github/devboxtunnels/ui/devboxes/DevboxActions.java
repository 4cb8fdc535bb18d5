package io.github.devboxtunnels.ui.devboxes;

import io.github.devboxtunnels.model.Devbox;
import org.jspecify.annotations.Nullable;

/** What a person may do with a devbox from its row. */
public interface DevboxActions {

    /** Copies the id. */
    void copyId(Devbox devbox);

    /** Opens its page on the platform. */
    void openInRunloop(Devbox devbox);

    /** Suspends it. */
    void suspend(Devbox devbox);

    /** Resumes it. */
    void resume(Devbox devbox);

    /** Stops its gateways. */
    void stopGateways(Devbox devbox);

    /** Whether the platform has pages for devboxes. */
    boolean hasPlatform();

    /** Why it cannot be changed now, in a few words; null while it can. */
    @Nullable
    String unavailable();

    /** Moves the keyboard to the page of the selected devbox. */
    void goToPage();
}
