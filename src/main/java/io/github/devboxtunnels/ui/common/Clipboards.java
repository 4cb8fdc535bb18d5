package io.github.devboxtunnels.ui.common;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import io.github.devboxtunnels.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Copies texts, and takes secrets off the clipboard again: after a while, on demand and at the end, but only while what
 * lies there is still ours. Of a secret it keeps a digest, never the value.
 */
public final class Clipboards implements AutoCloseable {

    private final ClipboardPort port;
    private final TaskRunner tasks;
    private final Supplier<Duration> clearAfter;
    private final ReadOnlyBooleanWrapper holdsSecret = new ReadOnlyBooleanWrapper();
    private byte @Nullable [] ours;
    private TaskRunner.@Nullable Handle clearing;

    /**
     * Uses a clipboard.
     *
     * @param clearAfter asked at each copy of a secret; zero keeps it until {@link #clearNow()} or {@link #close()}
     */
    public Clipboards(ClipboardPort port, TaskRunner tasks, Supplier<Duration> clearAfter) {
        this.port = port;
        this.tasks = tasks;
        this.clearAfter = clearAfter;
    }

    /**
     * Copies a text that is no secret.
     *
     * @return false when the clipboard could not be reached; what was there stays
     */
    public boolean copy(String text) {
        if (!port.put(text)) {
            return false;
        }
        forget();
        return true;
    }

    /**
     * Copies a secret, or a text with a secret in it, and clears it after the set time.
     *
     * @return false when the clipboard could not be reached; what was there stays
     */
    public boolean copySecret(Secret text) {
        String value = text.reveal();
        if (!port.put(value)) {
            return false;
        }
        forget();
        ours = digest(value);
        holdsSecret.set(true);
        Duration delay = clearAfter.get();
        if (delay.isPositive()) {
            clearing = tasks.after(delay, this::clearNow);
        }
        return true;
    }

    /** The text on the clipboard, or null. */
    public @Nullable String paste() {
        return port.text();
    }

    /** After how long a secret leaves the clipboard; zero for never. */
    public Duration clearAfter() {
        return clearAfter.get();
    }

    /** Whether a secret copied from here is waiting to be cleared. */
    public ReadOnlyBooleanProperty holdsSecretProperty() {
        return holdsSecret.getReadOnlyProperty();
    }

    /** Clears the clipboard if a secret of ours is still on it. */
    public void clearNow() {
        byte[] expected = ours;
        forget();
        if (expected != null) {
            String found = port.text();
            if (found != null && MessageDigest.isEqual(expected, digest(found))) {
                port.clear();
            }
        }
    }

    /** The same as {@link #clearNow()}, for the end of the application. */
    @Override
    public void close() {
        clearNow();
    }

    private void forget() {
        TaskRunner.Handle pending = clearing;
        if (pending != null) {
            pending.cancel();
        }
        clearing = null;
        ours = null;
        holdsSecret.set(false);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
