package io.github.devboxtunnels.testing;

import io.github.devboxtunnels.ui.common.ClipboardPort;
import org.jspecify.annotations.Nullable;

/** A clipboard of its own, which another program may hold or fill. */
public final class FakeClipboard implements ClipboardPort {

    private @Nullable String content;
    private boolean busy;

    /** Another program holds the clipboard from now on, or lets it go. */
    public void setBusy(boolean now) {
        busy = now;
    }

    /** Another program copies something. */
    public void copiedElsewhere(String text) {
        content = text;
    }

    @Override
    public boolean put(String text) {
        if (busy) {
            return false;
        }
        content = text;
        return true;
    }

    @Override
    public @Nullable String text() {
        return busy ? null : content;
    }

    @Override
    public void clear() {
        content = null;
    }
}
