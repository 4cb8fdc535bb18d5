package io.github.devboxtunnels.ui.common;

import java.util.Map;

import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

import org.jspecify.annotations.Nullable;

/** The clipboard through JavaFX. */
public final class FxClipboard implements ClipboardPort {

    @Override
    public boolean put(String text) {
        return Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    @Override
    public @Nullable String text() {
        return Clipboard.getSystemClipboard().getString();
    }

    @Override
    public void clear() {
        Clipboard.getSystemClipboard().clear();
        // An empty text replaces what clear() leaves to clipboard managers on some systems.
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, ""));
    }
}
