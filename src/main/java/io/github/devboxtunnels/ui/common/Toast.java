package io.github.devboxtunnels.ui.common;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * One short message and at most one action.
 *
 * @param icon before the text
 * @param text one line
 * @param action what the user may do about it, or null
 * @param stay how long it stays; null until it is closed
 */
public record Toast(Ikon icon, String text, @Nullable Action action, @Nullable Duration stay) {

    /** How long a message stays. */
    public static final Duration SHORT = Duration.ofSeconds(4);
    /** How long a message with Undo stays. */
    public static final Duration LONG = Duration.ofSeconds(8);

    /**
     * What the user may do.
     *
     * @param label of the button
     * @param run when it is pressed; the toast closes
     * @param undo whether Ctrl+Z does the same
     */
    public record Action(String label, Runnable run, boolean undo) {
    }

    /** A message that stays 4 s. */
    public static Toast of(Ikon icon, String text) {
        return new Toast(icon, text, null, SHORT);
    }

    /** The same with an action. */
    public Toast withAction(String label, Runnable run) {
        return new Toast(icon, text, new Action(label, run, false), stay);
    }

    /** The same with Undo, which stays 8 s and answers to Ctrl+Z. */
    public Toast withUndo(Runnable run) {
        return new Toast(icon, text, new Action(Texts.of(Toast.class).get("common.toast.undo"), run, true), LONG);
    }

    /** The same for another while. */
    public Toast staying(Duration other) {
        return new Toast(icon, text, action, other);
    }

    /** The same until its handle closes it or another takes its place. */
    public Toast untilClosed() {
        return new Toast(icon, text, action, null);
    }
}
