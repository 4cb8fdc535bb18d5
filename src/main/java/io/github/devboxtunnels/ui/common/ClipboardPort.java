package io.github.devboxtunnels.ui.common;

import org.jspecify.annotations.Nullable;

/** The system's clipboard, as far as this application uses it. Called on the UI thread. */
public interface ClipboardPort {

    /**
     * Replaces what is on the clipboard.
     *
     * @return false when another program holds the clipboard
     */
    boolean put(String text);

    /** The text on the clipboard, or null when there is none or it cannot be reached. */
    @Nullable
    String text();

    /** Leaves the clipboard empty. */
    void clear();
}
